package io.stockroom.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SandboxTrafficTest {

    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private final Traffic traffic = new Traffic(new Watch(), SandboxRate.DOCUMENTED);

    @Test
    void theSixthRequestWithinASecondIsTurnedAway() {
        assertEquals(5, letIn(5));
        Optional<Answer> answer = traffic.arrive("GET /goods");
        assertEquals(429, answer.orElseThrow().status());
        assertTrue(answer.get().text().contains("retry in 1 seconds"));
        pass(Duration.ofMillis(1000));
        assertEquals(5, letIn(6));
    }

    @Test
    void theWaitCountsDownToZeroSeconds() {
        letIn(5);
        pass(Duration.ofMillis(600));
        assertTrue(traffic.arrive("GET /goods").orElseThrow().text().contains("retry in 0 seconds"));
    }

    @Test
    void theSecondWindowSlides() {
        letIn(3);
        pass(Duration.ofMillis(600));
        assertEquals(2, letIn(3));
        pass(Duration.ofMillis(400));
        assertEquals(3, letIn(5));
    }

    @Test
    void theMinuteHasItsOwnLimit() {
        for (int second = 0; second < 40; second++) {
            assertEquals(5, letIn(5));
            pass(Duration.ofSeconds(1));
        }
        assertTrue(traffic.arrive("GET /goods").orElseThrow().text().contains("retry in 20 seconds"));
        pass(Duration.ofSeconds(20));
        assertEquals(5, letIn(5));
    }

    @Test
    void everySecondRefusalNamesTheHeader() {
        letIn(5);
        assertEquals(0, traffic.arrive("GET /goods").orElseThrow().headers().size());
        assertEquals("2", traffic.arrive("GET /goods").orElseThrow().headers().get("Retry-After"));
        assertEquals(2, traffic.limited());
    }

    @Test
    void theLimitCanBeSwitchedOff() {
        traffic.limit(SandboxRate.UNLIMITED);
        assertEquals(1000, letIn(1000));
    }

    @Test
    void theRateOfArrivalsCanBeMeasured() {
        letIn(3);
        pass(Duration.ofMillis(900));
        letIn(4);
        pass(Duration.ofMillis(200));
        letIn(1);
        assertEquals(7, traffic.busiest(Duration.ofSeconds(1)));
        assertEquals(8, traffic.arrivals().size());
        assertEquals(8, traffic.count(SandboxRoute.GOODS));
    }

    private long letIn(int requests) {
        return IntStream.range(0, requests).filter(i -> traffic.arrive("GET /goods").isEmpty()).count();
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }

    /** A clock that stands still until it is told. */
    private final class Watch extends Clock {

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
