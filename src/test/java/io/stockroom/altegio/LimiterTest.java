package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.JumpingClock;
import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.Limiter.Turn;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LimiterTest {

    private final MovableClock clock = new MovableClock();

    @Test
    void aSecondBeginsWithAnyRequest() {
        Limiter limiter = limiter(5, 0);
        takeAndClose(limiter, 1);
        clock.move(Duration.ofMillis(900));
        takeAndClose(limiter, 4);

        assertEquals(Duration.ofMillis(100), refused(limiter));
        clock.move(Duration.ofMillis(100));
        takeAndClose(limiter, 1);
        assertEquals(Duration.ofMillis(900), refused(limiter));
    }

    @Test
    void aRequestThatIsUnderWayCountsAfterTheMargin() {
        Limiter limiter = limiter(2, 0);
        limiter.turn(now());
        Turn answered = limiter.turn(now());
        clock.move(Duration.ofMillis(300));
        answered.close();

        clock.move(Duration.ofMillis(900));
        assertEquals(Duration.ofMillis(100), refused(limiter));
        clock.move(Duration.ofMillis(100));
        takeAndClose(limiter, 1);
        assertEquals(Duration.ofMillis(200), refused(limiter));
    }

    @Test
    void aMinuteIsKeptToo() {
        Limiter limiter = limiter(5, 200);
        for (int i = 0; i < 40; i++) {
            takeAndClose(limiter, 5);
            clock.move(Duration.ofSeconds(1));
        }

        assertEquals(Duration.ofSeconds(20), refused(limiter));
        clock.move(Duration.ofSeconds(20));
        takeAndClose(limiter, 5);
        assertEquals(Duration.ofSeconds(1), refused(limiter));
    }

    @Test
    void whereNoLimitIsSetNoneIsKept() {
        takeAndClose(limiter(0, 0), 10_000);
    }

    @Test
    void theWaitThatAltegioNamesIsEverybodys() {
        Limiter limiter = limiter(0, 0);
        limiter.hold(Duration.ofSeconds(7));
        limiter.hold(Duration.ofSeconds(3));

        assertEquals(Duration.ofSeconds(7), refused(limiter));
        clock.move(Duration.ofSeconds(7));
        takeAndClose(limiter, 1);
    }

    @Test
    void anAbsurdWaitDoesNotStopTheProcessForGood() {
        Limiter limiter = limiter(0, 0);
        limiter.hold(Duration.ofDays(1));

        assertEquals(Duration.ofMinutes(1), refused(limiter));
    }

    @Test
    void whoComesFirstGoesFirst() throws InterruptedException {
        Clock real = new JumpingClock();
        Limiter limiter = new Limiter(config(4, 0), real);
        List<Integer> order = new ArrayList<>();
        List<Thread> callers = new ArrayList<>();
        limiter.hold(Duration.ofMillis(500));
        for (int i = 0; i < 12; i++) {
            int number = i;
            Thread caller = new Thread(() -> {
                try (Turn turn = limiter.turn(Deadline.in(Duration.ofMinutes(1), real))) {
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

        // Within one second who has a turn first may be seen last.
        assertEquals(List.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2), order);
    }

    @Test
    void whoCanNotBeServedInTimeIsToldAtOnceAndStandsInNobodysWay() throws InterruptedException {
        Clock real = new JumpingClock();
        Limiter limiter = new Limiter(config(1, 0), real);
        takeAndClose(limiter, 1, real);
        ConcurrentLinkedQueue<Duration> refusals = new ConcurrentLinkedQueue<>();
        List<Thread> callers = IntStream.range(0, 5).mapToObj(each -> new Thread(() -> {
            try (Turn turn = limiter.turn(Deadline.in(Duration.ofMillis(1_500), real))) {
                refusals.add(Duration.ZERO);
            } catch (Limited e) {
                refusals.add(e.retryAfter());
            }
        })).toList();
        callers.forEach(Thread::start);
        for (Thread caller : callers) {
            caller.join();
        }

        assertEquals(1, refusals.stream().filter(Duration::isZero).count());
        assertTrue(refusals.stream().allMatch(wait -> wait.isZero() || wait.compareTo(Duration.ofMillis(1_000)) > 0), refusals::toString);
    }

    private void takeAndClose(Limiter limiter, int times) {
        takeAndClose(limiter, times, clock);
    }

    private static void takeAndClose(Limiter limiter, int times, Clock clock) {
        for (int i = 0; i < times; i++) {
            limiter.turn(Deadline.in(Duration.ZERO, clock)).close();
        }
    }

    private Duration refused(Limiter limiter) {
        return assertThrows(Limited.class, () -> limiter.turn(now())).retryAfter();
    }

    private Deadline now() {
        return Deadline.in(Duration.ZERO, clock);
    }

    private Limiter limiter(int perSecond, int perMinute) {
        return new Limiter(config(perSecond, perMinute), clock);
    }

    private static AltegioConfig config(int perSecond, int perMinute) {
        return AltegioConfigs.quick(Map.of("altegio.rate.per-second", "" + perSecond, "altegio.rate.per-minute", "" + perMinute));
    }
}
