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
    private final TrafficRecorder traffic = new TrafficRecorder(new ManualClock(), SandboxRate.DOCUMENTED);

    @Test
    void rejectsTheSixthRequestWithinASecond() {
        assertEquals(5, send(5));
        Optional<SandboxResponse> response = traffic.arrive("GET /goods");
        assertEquals(429, response.orElseThrow().status());
        assertTrue(response.get().text().contains("retry in 1 seconds"));
        advance(Duration.ofMillis(1000));
        assertEquals(5, send(6));
    }

    @Test
    void waitCountsDownToZeroSeconds() {
        send(5);
        advance(Duration.ofMillis(600));
        assertTrue(traffic.arrive("GET /goods").orElseThrow().text().contains("retry in 0 seconds"));
    }

    @Test
    void oneSecondWindowSlides() {
        send(3);
        advance(Duration.ofMillis(600));
        assertEquals(2, send(3));
        advance(Duration.ofMillis(400));
        assertEquals(3, send(5));
    }

    @Test
    void enforcesTheLimitPerMinute() {
        for (int second = 0; second < 40; second++) {
            assertEquals(5, send(5));
            advance(Duration.ofSeconds(1));
        }
        assertTrue(traffic.arrive("GET /goods").orElseThrow().text().contains("retry in 20 seconds"));
        advance(Duration.ofSeconds(20));
        assertEquals(5, send(5));
    }

    @Test
    void everySecondRejectionHasTheRetryAfterHeader() {
        send(5);
        assertEquals(0, traffic.arrive("GET /goods").orElseThrow().headers().size());
        assertEquals("2", traffic.arrive("GET /goods").orElseThrow().headers().get("Retry-After"));
        assertEquals(2, traffic.limited());
    }

    @Test
    void unlimitedRateAdmitsAllRequests() {
        traffic.limit(SandboxRate.UNLIMITED);
        assertEquals(1000, send(1000));
    }

    @Test
    void measuresTheArrivalRate() {
        send(3);
        advance(Duration.ofMillis(900));
        send(4);
        advance(Duration.ofMillis(200));
        send(1);
        assertEquals(7, traffic.busiest(Duration.ofSeconds(1)));
        assertEquals(8, traffic.arrivals().size());
        assertEquals(8, traffic.count(SandboxRoute.GOODS));
    }

    /** Sends requests; returns how many were admitted. */
    private long send(int requests) {
        return IntStream.range(0, requests).filter(i -> traffic.arrive("GET /goods").isEmpty()).count();
    }

    private void advance(Duration time) {
        now = now.plus(time);
    }

    /** A clock that only moves when a test advances it. */
    private final class ManualClock extends Clock {

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
