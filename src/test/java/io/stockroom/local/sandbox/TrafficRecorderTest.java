package io.stockroom.local.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrafficRecorderTest {

    private final MovableClock clock = new MovableClock();
    private final TrafficRecorder traffic = new TrafficRecorder(clock, SandboxRate.DOCUMENTED);

    @Test
    void rejectsTheSixthRequestWithinASecond() {
        assertEquals(5, send(5));
        Optional<SandboxResponse> response = traffic.arrive("GET /goods");
        assertEquals(429, response.orElseThrow().status());
        assertTrue(response.get().text().contains("retry in 1 seconds"));
        clock.move(Duration.ofMillis(1000));
        assertEquals(5, send(6));
    }

    @Test
    void waitCountsDownToZeroSeconds() {
        send(5);
        clock.move(Duration.ofMillis(600));
        assertTrue(traffic.arrive("GET /goods").orElseThrow().text().contains("retry in 0 seconds"));
    }

    @Test
    void oneSecondWindowSlides() {
        send(3);
        clock.move(Duration.ofMillis(600));
        assertEquals(2, send(3));
        clock.move(Duration.ofMillis(400));
        assertEquals(3, send(5));
    }

    @Test
    void enforcesTheLimitPerMinute() {
        for (int second = 0; second < 40; second++) {
            assertEquals(5, send(5));
            clock.move(Duration.ofSeconds(1));
        }
        assertTrue(traffic.arrive("GET /goods").orElseThrow().text().contains("retry in 20 seconds"));
        clock.move(Duration.ofSeconds(20));
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
        clock.move(Duration.ofMillis(900));
        send(4);
        clock.move(Duration.ofMillis(200));
        send(1);
        assertEquals(7, traffic.busiest(Duration.ofSeconds(1)));
        assertEquals(8, traffic.arrivals().size());
        assertEquals(8, traffic.count(SandboxRoute.GOODS));
    }

    /** Sends requests; returns how many were admitted. */
    private long send(int requests) {
        return IntStream.range(0, requests).filter(i -> traffic.arrive("GET /goods").isEmpty()).count();
    }
}
