package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioObjects;
import io.stockroom.altegio.Marker;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingTest {

    private static final Marker MARKER = new Marker("0123456789abcdef");

    @Test
    void readsBookingEvenIfOtherFieldsAreInvalid() {
        Booking booking = Booking.from(AltegioObjects.of(Map.of("document", Map.of("id", "77", "number", "INV-17", "create_date", "soon"),
                "transactions", "none")));

        assertEquals(77L, booking.document().id());
        assertEquals("INV-17", booking.document().number());
        assertEquals(List.of(), booking.transactions());
    }

    @Test
    void readsDocumentGivenByItsIdAlone() {
        assertEquals(78L, Booking.from(AltegioObjects.of(Map.of("document_id", 78, "transactions", List.of()))).document().id());
    }

    @Test
    void readsTheFlatFormWithItsLinesAndUnknownFields() {
        Booking booking = Booking
                .from(AltegioObjects.of(Map.of("document_id", 79, "document", Map.of("id", 79, "comment", MARKER.markedIn("Order")),
                        "goods_transactions", List.of(Map.of("id", 1, "good_id", 3001, "comment", MARKER.markedIn("Gift"), "extra", 7)),
                        "paid", true, "payment_transactions", List.of(Map.of("id", 5, "comment", MARKER.markedIn("Cash"))),
                        "kkm_transactions", List.of())));

        assertEquals("Order", booking.document().comment());
        assertEquals(List.of(1L), booking.transactions().stream().map(Booking.BookedTransaction::id).toList());
        assertEquals("Gift", booking.transactions().get(0).comment());
        assertEquals(Map.of("extra", 7), booking.transactions().get(0).others());
        assertEquals(
                Map.of("paid", true, "payment_transactions", List.of(Map.of("id", 5, "comment", "Cash")), "kkm_transactions", List.of()),
                booking.others());
    }

    @Test
    void readsTheFlatFormWithoutADocument() {
        Booking booking = Booking.from(AltegioObjects.of(Map.of("document_id", "80", "goods_transactions", List.of(Map.of("id", 1)))));

        assertEquals(80L, booking.document().id());
        assertEquals(1, booking.transactions().size());
        assertEquals(Map.of(), booking.others());
    }

    @Test
    void aBriefBookingHasNoUnknownFields() {
        Booking booking = Booking.from(AltegioObjects.of(Map.of("document_id", 81, "paid", true)));

        assertEquals(Map.of(), booking.brief().others());
    }

    @Test
    void rejectsResponseWithoutDocument() {
        assertThrows(InvalidResponseException.class, () -> Booking.from(AltegioObjects.of(Map.of("transactions", List.of()))));
    }
}
