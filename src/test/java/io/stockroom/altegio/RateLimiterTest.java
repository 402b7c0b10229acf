package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.JumpingClock;
import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.invocation.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final MovableClock clock = new MovableClock();

    @Test
    void secondIsASlidingWindow() {
        RateLimiter limiter = limiter(5, 0);
        acquireAndClose(limiter, 1);
        clock.move(Duration.ofMillis(900));
        acquireAndClose(limiter, 4);

        assertEquals(Duration.ofMillis(100), retryAfter(limiter));
        clock.move(Duration.ofMillis(100));
        acquireAndClose(limiter, 1);
        assertEquals(Duration.ofMillis(900), retryAfter(limiter));
    }

    @Test
    void requestInFlightCountsAfterTheMargin() {
        RateLimiter limiter = limiter(2, 0);
        limiter.acquire(now());
        RateLimiter.Permit completed = limiter.acquire(now());
        clock.move(Duration.ofMillis(300));
        completed.close();

        clock.move(Duration.ofMillis(900));
        assertEquals(Duration.ofMillis(100), retryAfter(limiter));
        clock.move(Duration.ofMillis(100));
        acquireAndClose(limiter, 1);
        assertEquals(Duration.ofMillis(200), retryAfter(limiter));
    }

    @Test
    void limitPerMinuteIsKept() {
        RateLimiter limiter = limiter(5, 200);
        for (int i = 0; i < 40; i++) {
            acquireAndClose(limiter, 5);
            clock.move(Duration.ofSeconds(1));
        }

        assertEquals(Duration.ofSeconds(20), retryAfter(limiter));
        clock.move(Duration.ofSeconds(20));
        acquireAndClose(limiter, 5);
        assertEquals(Duration.ofSeconds(1), retryAfter(limiter));
    }

    @Test
    void zeroMeansNoLimit() {
        acquireAndClose(limiter(0, 0), 10_000);
    }

    @Test
    void pauseAppliesToAllCallers() {
        RateLimiter limiter = limiter(0, 0);
        limiter.pauseFor(Duration.ofSeconds(7));
        limiter.pauseFor(Duration.ofSeconds(3));

        assertEquals(Duration.ofSeconds(7), retryAfter(limiter));
        clock.move(Duration.ofSeconds(7));
        acquireAndClose(limiter, 1);
    }

    @Test
    void pauseIsAtMostAMinute() {
        RateLimiter limiter = limiter(0, 0);
        limiter.pauseFor(Duration.ofDays(1));

        assertEquals(Duration.ofMinutes(1), retryAfter(limiter));
    }

    @Test
    void permitsAreIssuedInOrderOfArrival() throws InterruptedException {
        Clock real = new JumpingClock();
        RateLimiter limiter = new RateLimiter(config(4, 0), real);
        List<Integer> order = new ArrayList<>();
        List<Thread> callers = new ArrayList<>();
        limiter.pauseFor(Duration.ofMillis(500));
        for (int i = 0; i < 12; i++) {
            int number = i;
            Thread caller = new Thread(() -> {
                try (RateLimiter.Permit permit = limiter.acquire(Deadline.in(Duration.ofMinutes(1), real))) {
                    synchronized (order) {
                        order.add(number / 4);
                    }
                }
            });
            caller.start();
            callers.add(caller);
            while (caller.getState() != Thread.State.TIMED_WAITING && caller.getState() != Thread.State.TERMINATED) {
                Thread.onSpinWait();
            }
        }
        for (Thread caller : callers) {
            caller.join();
        }

        // Within one second, the first permit may be recorded last.
        assertEquals(List.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2), order);
    }

    @Test
    void failsImmediatelyWithoutBlockingOthersIfNoPermitIsInTime() throws InterruptedException {
        Clock real = new JumpingClock();
        RateLimiter limiter = new RateLimiter(config(1, 0), real);
        acquireAndClose(limiter, 1, real);
        ConcurrentLinkedQueue<Duration> delays = new ConcurrentLinkedQueue<>();
        List<Thread> callers = IntStream.range(0, 5).mapToObj(each -> new Thread(() -> {
            try (RateLimiter.Permit permit = limiter.acquire(Deadline.in(Duration.ofMillis(1_500), real))) {
                delays.add(Duration.ZERO);
            } catch (RateLimitedException e) {
                delays.add(e.retryAfter());
            }
        })).toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }

        assertEquals(1, delays.stream().filter(Duration::isZero).count());
        assertTrue(delays.stream().allMatch(wait -> wait.isZero() || wait.compareTo(Duration.ofMillis(1_000)) > 0), delays::toString);
    }

    private void acquireAndClose(RateLimiter limiter, int times) {
        acquireAndClose(limiter, times, clock);
    }

    private static void acquireAndClose(RateLimiter limiter, int times, Clock clock) {
        for (int i = 0; i < times; i++) {
            limiter.acquire(Deadline.in(Duration.ZERO, clock)).close();
        }
    }

    private Duration retryAfter(RateLimiter limiter) {
        return assertThrows(RateLimitedException.class, () -> limiter.acquire(now())).retryAfter();
    }

    private Deadline now() {
        return Deadline.in(Duration.ZERO, clock);
    }

    private RateLimiter limiter(int perSecond, int perMinute) {
        return new RateLimiter(config(perSecond, perMinute), clock);
    }

    private static AltegioConfig config(int perSecond, int perMinute) {
        return AltegioConfigs.quick(Map.of("altegio.rate.per-second", "" + perSecond, "altegio.rate.per-minute", "" + perMinute));
    }
}
