package io.stockroom.invocation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class UpstreamCallsTest {

    @Test
    void callsOfAPartBelongToAll() {
        UpstreamCalls all = new UpstreamCalls();
        UpstreamCalls part = all.part();
        all.add(System.nanoTime());
        assertEquals(Optional.empty(), part.lastSent());

        long sent = System.nanoTime();
        part.add(sent - 1);
        part.add(sent);
        part.addLimited();
        assertEquals(Optional.of(sent), part.lastSent());
        assertEquals(2, part.times().size());
        assertEquals(3, all.times().size());
        assertEquals(1, all.limited());
    }
}
