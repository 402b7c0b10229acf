package io.stockroom.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the ledger keeps of an order, and how a later state is compared with it. */
class BookedOrderTest {

    private static final Instant MODIFIED = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void equalOrdersHaveEqualContentWhateverTheirLinesLookLike() {
        Object content = BookedOrder.lines(order(MODIFIED, line("A", "2", "29.80"), line("B", "1", "5.00")));

        assertEquals(content, BookedOrder.lines(order(null, line("B", "1.0", "5"), line("A", "1", "15.00"), line("A", "1.000", "14.80"))));
        assertNotEquals(content, BookedOrder.lines(order(MODIFIED, line("A", "2", "29.81"), line("B", "1", "5.00"))));
        assertNotEquals(content, BookedOrder.lines(order(MODIFIED, line("A", "3", "29.80"), line("B", "1", "5.00"))));
        assertNotEquals(content, BookedOrder.lines(order(MODIFIED, line("a", "2", "29.80"), line("B", "1", "5.00"))));
    }

    @Test
    void namesWhatDiffers() throws IOException {
        BookedOrder booked = booked(order(MODIFIED, line("A", "2", "29.80"), line("B", "1", "5.00"), line("D", "0.5", "1.00")));

        assertEquals("A: booked 2 for 29.80, now 1 for 14.90; B: booked 1 for 5.00, now nothing; C: booked nothing, now 10 for 1.00"
                + " (document 77)",
                booked.difference(order(MODIFIED, line("A", "1", "14.90"), line("C", "10", "1"), line("D", "0.50", "1"))));
    }

    @Test
    void onlyAnEarlierStateIsSuperseded() throws IOException {
        BookedOrder booked = booked(order(MODIFIED, line("A", "2", "29.80")));

        assertTrue(booked.isLaterThan(order(MODIFIED.minusSeconds(1))));
        assertFalse(booked.isLaterThan(order(MODIFIED)));
        assertFalse(booked.isLaterThan(order(MODIFIED.plusSeconds(1))));
        assertFalse(booked.isLaterThan(order(null)));
        assertFalse(booked(order(null, line("A", "2", "29.80"))).isLaterThan(order(MODIFIED)));
    }

    private static BookedOrder booked(ShopOrder order) throws IOException {
        return BookedOrder.read(new ObjectMapper().writeValueAsString(BookedOrder.recorded(77L, order)));
    }

    private static ShopOrder order(Instant modified, ShopOrder.Line... lines) {
        return new ShopOrder("1", "#1", OffsetDateTime.parse("2026-11-23T10:00:00Z"), MODIFIED, modified, "EUR", true, List.of(lines),
                List.of(), null, true);
    }

    private static ShopOrder.Line line(String sku, String quantity, String paid) {
        return new ShopOrder.Line(1, sku, null, new BigDecimal(quantity), new BigDecimal(paid));
    }
}
