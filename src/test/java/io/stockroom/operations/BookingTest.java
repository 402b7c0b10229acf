package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioObjects;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingTest {

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
    void rejectsResponseWithoutDocument() {
        assertThrows(InvalidResponseException.class, () -> Booking.from(AltegioObjects.of(Map.of("transactions", List.of()))));
    }
}
