package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MarkerTest {

    private final Marker marker = Marker.of(new Key(4564, "order-1001"));

    @Test
    void itIsStableForAKeyAndOtherForEachOther() {
        assertEquals("[sr:b5ec7a5e3a2cf6ae]".length(), marker.text().length());
        assertEquals(marker, Marker.of(new Key(4564, "order-1001")));
        assertNotEquals(marker, Marker.of(new Key(4565, "order-1001")));
        assertNotEquals(marker, Marker.of(new Key(4564, "order-1002")));
    }

    @Test
    void itIsFoundWhereItWasPut() {
        assertTrue(marker.isIn(marker.appendedTo("Заказ 1001")));
        assertTrue(marker.isIn(marker.appendedTo(null)));
        assertFalse(marker.isIn("Заказ 1001"));
        assertFalse(marker.isIn(null));
        assertFalse(marker.isIn(Marker.of(new Key(1, "x")).appendedTo("Заказ")));
    }

    @Test
    void itIsTakenOffAsIfItHadNeverBeenThere() {
        assertEquals("Заказ 1001", Marker.takenOff(marker.appendedTo("Заказ 1001")));
        assertEquals("no marker", Marker.takenOff("no marker"));
        assertEquals("", Marker.takenOff(""));
        assertNull(Marker.takenOff(marker.appendedTo(null)));
        assertNull(Marker.takenOff(null));
    }

    @Test
    void itAddsWhatItSays() {
        assertEquals(Marker.LENGTH + 1, marker.appendedTo("x").length());
    }
}
