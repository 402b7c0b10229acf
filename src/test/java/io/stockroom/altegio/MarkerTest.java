package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkerTest {

    private final Marker marker = new Marker("b5ec7a5e3a2cf6ae");

    @Test
    void standsAtTheStartWhereNoTruncationReachesIt() {
        assertEquals(marker.text() + " Заказ 1001", marker.markedIn("Заказ 1001"));
        assertEquals(marker.text(), marker.markedIn(null));
        assertEquals(marker.text(), marker.markedIn(""));
        assertEquals(Marker.LENGTH + 1, marker.markedIn("x").length());
    }

    /** Each is the marker [sr:0123456789abcdef] as Altegio, a database or a person may return it. */
    @ParameterizedTest
    @ValueSource(strings = {"[sr:0123456789abcdef]", "Order 7 [sr:0123456789abcdef]", "[sr:0123456789abcdef]\r\n",
            "[SR:0123456789ABCDEF] ORDER",
            "paid! [sr:0123456789abcdef] Order 7", "&#91;sr&#58;0123456789abcdef&#93;", "&lbrack;sr&colon;0123456789abcdef&rsqb;",
            "&amp;#x5B;sr:0123456789abcdef&amp;#x5d;", "%5Bsr%3A0123456789abcdef%5D", "[ sr : 01234567 89abcdef ]",
            "\u00a0[sr:\u200b0123456789abcdef]", "[sr:0123456789abcdef] [sr:fedcba9876543210]"})
    void isRecognizedInAnyForm(String comment) {
        assertEquals(Optional.of(new Marker("0123456789abcdef")), Marker.in(comment));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Заказ 1001", "sr:0123456789abcdef", "[sr:0123456789abcde]", "[sr:0123456789abcdefa]",
            "[sr:0123456789abcdeg]", "[sr]"})
    void otherTextIsNoMarker(String comment) {
        assertEquals(Optional.empty(), Marker.in(comment));
        assertEquals(comment, Marker.removedFrom(comment));
    }

    @Test
    void isRemovedWhereverItStands() {
        assertEquals("Заказ 1001", Marker.removedFrom(marker.markedIn("Заказ 1001")));
        assertEquals("Заказ 1001", Marker.removedFrom("Заказ 1001 " + marker.text()));
        assertEquals("paid! Order 7", Marker.removedFrom("paid! " + marker.text() + " Order 7"));
        assertEquals("ORDER", Marker.removedFrom("[SR:0123456789ABCDEF] ORDER"));
        assertEquals("Order", Marker.removedFrom("&#91;sr:0123456789abcdef&#93; Order"));
        assertEquals("one", Marker.removedFrom("[sr:0123456789abcdef] one [sr:fedcba9876543210]"));
        assertNull(Marker.removedFrom(marker.text()));
        assertNull(Marker.removedFrom(marker.text() + "\r\n"));
        assertNull(Marker.removedFrom(null));
    }

    @Test
    void aCopiedMarkerIsReplaced() {
        String copied = new Marker("fedcba9876543210").markedIn("Copy of order 1002");

        assertEquals(marker.text() + " Copy of order 1002", marker.markedIn(copied));
        assertEquals(Optional.of(marker), Marker.in(marker.markedIn(copied)));
    }
}
