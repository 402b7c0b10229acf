package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import io.stockroom.altegio.AltegioFailure.Unavailable;
import io.stockroom.api.SandboxResource;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.local.sandbox.Traffic;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The limits, counted by a server that turns away what is over them. With a margin longer than any request takes they are
 * kept however slow the machine is.
 */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class RateTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    SandboxServer server;
    @Inject
    AltegioV1 v1;
    @Inject
    AltegioV1Posts posts;
    @Inject
    Clock clock;

    private Traffic traffic;

    @BeforeEach
    void limit() {
        server.sandbox().reset();
        traffic = server.sandbox().traffic();
        traffic.limit(SandboxRate.DOCUMENTED);
    }

    @AfterEach
    void lift() {
        traffic.limit(SandboxRate.UNLIMITED);
        server.sandbox().reset();
    }

    @Test
    void manyCallersTogetherStayWithinFiveInAnySecond() {
        Altegio altegio = altegio(5, 200);
        inParallel(8, caller -> {
            for (int i = 0; i < 4; i++) {
                altegio.storages(4564, inTime());
            }
        });

        assertEquals(32, traffic.count(SandboxRoute.STORAGES));
        assertEquals(0, traffic.limited());
        assertEquals(5, traffic.busiest(SECOND));
    }

    @Test
    void slowAnswersDontHideWhatIsUnderWay() {
        Altegio altegio = altegio(5, 200);
        altegio.storages(4564, inTime());
        server.sandbox().faults().add(SandboxFault.of(Kind.DELAY).delay(Duration.ofMillis(700)).times(0));
        inParallel(5, caller -> {
            for (int i = 0; i < 3; i++) {
                altegio.storages(4564, inTime());
            }
        });

        assertEquals(16, traffic.count(SandboxRoute.STORAGES));
        assertEquals(0, traffic.limited());
    }

    @Test
    void aMinuteIsKeptToo() {
        traffic.limit(new SandboxRate(0, 12));
        Altegio altegio = altegio(0, 12);
        inParallel(4, caller -> {
            for (int i = 0; i < 3; i++) {
                // The first of them logs in too.
                if (caller > 0 || i > 0) {
                    altegio.storages(4564, inTime());
                }
            }
        });

        Limited limited = assertThrows(Limited.class, () -> altegio.storages(4564, Deadline.in(SECOND, clock)));
        assertTrue(limited.surelyNotProcessed());
        assertTrue(limited.retryAfter().compareTo(Duration.ofSeconds(30)) > 0, limited.retryAfter()::toString);
        assertEquals(12, traffic.arrivals().size());
    }

    @Test
    void fetchersTakeTurns() {
        Altegio altegio = altegio(5, 0);
        int[] served = new int[5];
        Deadline end = Deadline.in(Duration.ofSeconds(6), clock);
        inParallel(5, caller -> {
            try {
                while (true) {
                    altegio.storages(4564, end);
                    served[caller]++;
                }
            } catch (Limited | TimedOut e) {
                // The time is up.
            }
        });

        int most = IntStream.of(served).max().orElseThrow();
        int least = IntStream.of(served).min().orElseThrow();
        assertTrue(least >= 1 && most - least <= 3, () -> IntStream.of(served).boxed().toList().toString());
        assertEquals(0, traffic.limited());
    }

    @Test
    void anExpiredTokenAndItsRenewalAreCountedToo() {
        Altegio altegio = altegio(2, 0);
        for (int i = 0; i < 3; i++) {
            altegio.storages(4564, inTime());
            server.sandbox().faults().add(SandboxFault.of(Kind.EXPIRED_TOKEN));
        }
        altegio.storages(4564, inTime());

        assertEquals(4, traffic.count(SandboxRoute.LOG_IN));
        assertEquals(7, traffic.count(SandboxRoute.STORAGES));
        assertEquals(2, traffic.busiest(SECOND));
    }

    @Test
    void attemptsAreCountedToo() {
        Altegio altegio = altegio(2, 0);
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_500).times(4));
        assertThrows(Unavailable.class, () -> altegio.storages(4564, inTime()));
        altegio.storages(4564, inTime());

        assertEquals(5, traffic.count(SandboxRoute.STORAGES));
        assertEquals(2, traffic.busiest(SECOND));
    }

    @Test
    void aLimitThatOthersUseUpIsWaitedFor() {
        Altegio altegio = altegio(0, 0);
        inParallel(8, caller -> altegio.storages(4564, inTime()));

        assertTrue(traffic.limited() > 0);
        assertEquals(8, traffic.count(SandboxRoute.STORAGES) - traffic.limited());
    }

    private interface Caller {
        void call(int number);
    }

    private static void inParallel(int callers, Caller caller) {
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        List<CompletableFuture<Void>> calls = IntStream.range(0, callers)
                .mapToObj(number -> CompletableFuture.runAsync(() -> caller.call(number), threads)).toList();
        calls.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private Altegio altegio(int perSecond, int perMinute) {
        return AltegioConfigs.altegio(v1, posts, Map.of("altegio.rate.per-second", "" + perSecond,
                "altegio.rate.per-minute", "" + perMinute, "altegio.rate.margin", "PT1M", "altegio.timeout", "PT1M"), clock);
    }

    /** Longer than the margin and a minute: what is under way is never the reason to refuse. */
    private Deadline inTime() {
        return Deadline.in(Duration.ofMinutes(3), clock);
    }
}
