package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.altegio.Marker;
import org.junit.jupiter.api.Test;

class MarkerTest {

    private final Marker marker = new IdempotencyKey(4564, "order-1001").marker();

    @Test
    void markerIsStableForAKeyAndDiffersBetweenKeys() {
        assertEquals("[sr:b5ec7a5e3a2cf6ae]".length(), marker.text().length());
        assertEquals(marker, new IdempotencyKey(4564, "order-1001").marker());
        assertNotEquals(marker, new IdempotencyKey(4565, "order-1001").marker());
        assertNotEquals(marker, new IdempotencyKey(4564, "order-1002").marker());
    }

    @Test
    void findsMarkerInMarkedCommentsOnly() {
        assertTrue(marker.isIn(marker.appendedTo("Заказ 1001")));
        assertTrue(marker.isIn(marker.appendedTo(null)));
        assertFalse(marker.isIn("Заказ 1001"));
        assertFalse(marker.isIn(null));
        assertFalse(marker.isIn(new IdempotencyKey(1, "x").marker().appendedTo("Заказ")));
    }

    @Test
    void removesMarkerWithoutATrace() {
        assertEquals("Заказ 1001", Marker.removedFrom(marker.appendedTo("Заказ 1001")));
        assertEquals("no marker", Marker.removedFrom("no marker"));
        assertEquals("", Marker.removedFrom(""));
        assertNull(Marker.removedFrom(marker.appendedTo(null)));
        assertNull(Marker.removedFrom(null));
    }

    @Test
    void lengthIsTheNumberOfAddedCharacters() {
        assertEquals(Marker.LENGTH + 1, marker.appendedTo("x").length());
    }
}
