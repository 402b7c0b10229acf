package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.Slow;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import io.stockroom.api.SandboxResource;
import io.stockroom.invocation.CallContext;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.local.sandbox.TrafficRecorder;
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
 * The rate limits, counted by a server that rejects excess requests. With a margin longer than any request takes, they are kept
 * however slow the machine is.
 */
@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class RateLimitIntegrationTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    SandboxServer server;
    @Inject
    AltegioReadApi readApi;
    @Inject
    AltegioWriteApi writeApi;
    @Inject
    Clock clock;

    private TrafficRecorder traffic;

    @BeforeEach
    void limit() {
        server.sandbox().reset();
        traffic = server.sandbox().traffic();
        traffic.limit(SandboxRate.DOCUMENTED);
    }

    @AfterEach
    void removeLimit() {
        traffic.limit(SandboxRate.UNLIMITED);
        server.sandbox().reset();
    }

    @Test
    void concurrentCallersStayWithinFivePerSecond() {
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
    void requestsInFlightCountDespiteSlowResponses() {
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
    void limitPerMinuteIsKept() {
        traffic.limit(new SandboxRate(0, 12));
        Altegio altegio = altegio(0, 12);
        inParallel(4, caller -> {
            for (int i = 0; i < 3; i++) {
                // The first call logs in too.
                if (caller > 0 || i > 0) {
                    altegio.storages(4564, inTime());
                }
            }
        });

        RateLimitedException limited = assertThrows(RateLimitedException.class,
                () -> altegio.storages(4564, CallContext.in(SECOND, clock)));
        assertTrue(limited.definitelyNotProcessed());
        assertTrue(limited.retryAfter().compareTo(Duration.ofSeconds(30)) > 0, limited.retryAfter()::toString);
        assertEquals(12, traffic.arrivals().size());
    }

    @Test
    void permitsAreSharedFairly() {
        Altegio altegio = altegio(5, 0);
        int[] served = new int[5];
        CallContext end = CallContext.in(Duration.ofSeconds(6), clock);
        inParallel(5, caller -> {
            try {
                while (true) {
                    altegio.storages(4564, end);
                    served[caller]++;
                }
            } catch (RateLimitedException | TimedOutException e) {
                // The deadline is reached.
            }
        });

        int max = IntStream.of(served).max().orElseThrow();
        int min = IntStream.of(served).min().orElseThrow();
        assertTrue(min >= 1 && max - min <= 3, () -> IntStream.of(served).boxed().toList().toString());
        assertEquals(0, traffic.limited());
    }

    @Test
    void expiredTokenAndItsRenewalCount() {
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
    void retriesCount() {
        Altegio altegio = altegio(2, 0);
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_500).times(4));
        assertThrows(UnavailableException.class, () -> altegio.storages(4564, inTime()));
        altegio.storages(4564, inTime());

        assertEquals(5, traffic.count(SandboxRoute.STORAGES));
        assertEquals(2, traffic.busiest(SECOND));
    }

    @Test
    void waitsWhenOthersExhaustTheLimit() {
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
        return AltegioConfigs.altegio(readApi, writeApi, Map.of("altegio.rate.per-second", "" + perSecond,
                "altegio.rate.per-minute", "" + perMinute, "altegio.rate.margin", "PT1M", "altegio.timeout", "PT1M"), clock);
    }

    /** Longer than the margin and a minute: a request in flight is never the reason for a rejection. */
    private CallContext inTime() {
        return CallContext.in(Duration.ofMinutes(3), clock);
    }
}
