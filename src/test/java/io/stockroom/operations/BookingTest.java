package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.altegio.AltegioFailure;
import io.stockroom.altegio.Rows;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BookingTest {

    @Test
    void aDocumentIsBookedWhateverElseCantBeRead() {
        Booking booking = Booking.from(Rows.of(Map.of("document", Map.of("id", "77", "number", "INV-17", "create_date", "soon"),
                "transactions", "none")));

        assertEquals(77L, booking.document().id());
        assertEquals("INV-17", booking.document().number());
        assertEquals(List.of(), booking.transactions());
    }

    @Test
    void aDocumentMayBeNamedByItsIdAlone() {
        assertEquals(78L, Booking.from(Rows.of(Map.of("document_id", 78, "transactions", List.of()))).document().id());
    }

    @Test
    void anAnswerWithoutADocumentIsNoBooking() {
        assertThrows(AltegioFailure.Unreadable.class, () -> Booking.from(Rows.of(Map.of("transactions", List.of()))));
    }
}
