package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.JumpingClock;
import io.stockroom.Slow;
import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.Marker;
import io.stockroom.api.CircuitBreakerEnabled;
import io.stockroom.api.SandboxResource;
import io.stockroom.http.HttpPipeline;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.operations.CrashingLedger.ProcessCrash;
import io.stockroom.runtime.LocalDynamoDb;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Sends many concurrent requests with equal and different keys through the handler, while responses are lost, commits come late,
 * processes crash at every step, the ledger fails and the clock jumps. In every case Altegio's commit log must contain one
 * document for each key that was reported as booked, and never two.
 */
@Slow
@QuarkusTest
@TestProfile(CircuitBreakerEnabled.class)
@QuarkusTestResource(SandboxResource.class)
class BookingsExactlyOnceTest extends SandboxBookings {

    private static final int KEYS = 60;
    private static final int ROUNDS = 6;
    private static final int FAULTS_PER_ROUND = 30;
    private static final Duration MAX_DELAY = Duration.ofMillis(400);
    /** No commit is later than this, so that none can follow after a jump of the clock past the settle time. */
    private static final Duration MAX_COMMIT_DELAY = Duration.ofMillis(1000);
    private static final Duration SETTLE_TIME = MAX_COMMIT_DELAY.multipliedBy(2);
    /** Longer than the lease of a process that crashed with API Gateway's whole timeout remaining. */
    private static final Duration LEASE = Duration.ofSeconds(40);
    private static final List<Kind> FAULTS = List.of(Kind.DROP_BEFORE_COMMIT, Kind.DROP_AFTER_COMMIT, Kind.LATE_COMMIT,
            Kind.LATE_COMMIT, Kind.LATE_COMMIT, Kind.ERROR_500,
            Kind.ERROR_500_AFTER_COMMIT, Kind.ERROR_503, Kind.HTML, Kind.GARBAGE, Kind.TRUNCATED, Kind.HANG, Kind.DELAY, Kind.REFUSE,
            Kind.TOO_MANY_REQUESTS, Kind.EXPIRED_TOKEN, Kind.FORBID, Kind.SUCCESS_FALSE, Kind.SLOW_DRIP);
    private static final List<SandboxRoute> ROUTES = List.of(SandboxRoute.BOOK, SandboxRoute.BOOK, SandboxRoute.BOOK, SandboxRoute.SEARCH,
            SandboxRoute.DOCUMENT, SandboxRoute.DOCUMENT_LINES);

    @Inject
    HttpPipeline pipeline;
    @Inject
    DocumentFinder documents;
    @Inject
    Clock systemClock;

    private JumpingClock clock;
    private final Set<String> booked = ConcurrentHashMap.newKeySet();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger crashes = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void booksEachOperationExactlyOnceWithInMemoryLedger(long seed) throws InterruptedException {
        verifyExactlyOnce(seed, new InMemoryLedger(systemClock, config.ttl()));
    }

    @ParameterizedTest
    @ValueSource(longs = 3)
    void booksEachOperationExactlyOnceWithDynamoDbLedger(long seed) throws InterruptedException {
        try (LocalDynamoDb database = LocalDynamoDb.start().table("ledger"); DynamoDbClient client = database.client()) {
            verifyExactlyOnce(seed, new DynamoDbLedger(client, "ledger", config.ttl(), systemClock));
        }
    }

    private void verifyExactlyOnce(long seed, Ledger ledger) throws InterruptedException {
        clock = (JumpingClock) systemClock;
        clock.reset();
        server.sandbox().reset();
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            addFaults(random);
            // Each round adds new keys to those of the rounds before.
            int known = KEYS * (round + 1) / ROUNDS;
            round(random, known, new CrashingLedger(ledger, random.nextLong(), 0.04, 0.02), "round " + round + " of seed " + seed);
            clock.jump(Duration.ofSeconds(List.of(0, 2, 8).get(random.nextInt(3))));
        }
        server.sandbox().faults().clear();
        for (int round = 0; round < 4; round++) {
            clock.jump(LEASE);
            round(random, KEYS, ledger, "calm round of seed " + seed);
        }

        Map<String, Long> documentsOfKeys = commits();
        for (int i = 0; i < KEYS; i++) {
            String key = key(i);
            long count = documentsOfKeys.getOrDefault(new IdempotencyKey(4564, key).marker().text(), 0L);
            assertEquals(isRejected(i) ? 0 : 1, count, () -> key + " of seed " + seed);
            assertEquals(!isRejected(i), booked.contains(key), () -> key + " of seed " + seed);
        }
        assertTrue(requests.get() > 1000 && crashes.get() > 20, () -> requests + " requests, " + crashes + " crashes");
    }

    /** Sends requests for all known keys in random order, some of them several times at once. */
    private void round(Random random, int known, Ledger ledger, String description) throws InterruptedException {
        CreateOperation function = new CreateOperation(pipeline,
                bookings(documents, ledger, shortSettleTime(), clock),
                new RepeatWindow(() -> Duration.ZERO, ledger, clock), json);
        ExecutorService callers = Executors.newFixedThreadPool(12);
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int i = 0; i < KEYS; i++) {
            int number = random.nextInt(known);
            for (int each = random.nextInt(3); each >= 0; each--) {
                calls.add(CompletableFuture.runAsync(() -> call(function, number), callers));
            }
            int every = i % known;
            calls.add(CompletableFuture.runAsync(() -> call(function, every), callers));
        }
        calls.forEach(CompletableFuture::join);
        callers.shutdown();
        // Lost requests may still be committed; what was reported must hold from here on.
        Thread.sleep(MAX_COMMIT_DELAY.plusMillis(100).toMillis());
        commits().forEach((marker, count) -> assertEquals(1L, count, () -> marker + " after " + description));
    }

    private LedgerConfig shortSettleTime() {
        return new LedgerConfig() {
            @Override
            public Optional<String> table() {
                return config.table();
            }

            @Override
            public Duration settle() {
                return SETTLE_TIME;
            }

            @Override
            public Duration ttl() {
                return config.ttl();
            }
        };
    }

    /** Sends a request, and reattempts it immediately if it fails. */
    private void call(CreateOperation function, int number) {
        for (int attempts = 0, status = 0; attempts < 3 && status != 200; attempts++) {
            requests.incrementAndGet();
            try {
                status = function.handleRequest(event(number), null).getStatusCode();
            } catch (ProcessCrash e) {
                crashes.incrementAndGet();
            }
            if (status == 200) {
                booked.add(key(number));
            }
        }
    }

    private void addFaults(Random random) {
        for (int i = 0; i < FAULTS_PER_ROUND; i++) {
            Kind kind = FAULTS.get(random.nextInt(FAULTS.size()));
            boolean late = kind == Kind.LATE_COMMIT;
            Duration maxDelay = late ? MAX_COMMIT_DELAY : MAX_DELAY;
            SandboxRoute route = late ? SandboxRoute.BOOK : ROUTES.get(random.nextInt(ROUTES.size()));
            server.sandbox().faults().add(SandboxFault.of(kind).on(route)
                    .delay(Duration.ofMillis(random.nextInt((int) maxDelay.toMillis()))));
        }
    }

    /** Returns the number of documents per marker. */
    private Map<String, Long> commits() {
        Map<String, Long> counts = new ConcurrentHashMap<>();
        server.sandbox().commits()
                .forEach(document -> counts.merge(Marker.in(document.comment()).orElseThrow().text(), 1L, Long::sum));
        return counts;
    }

    private static APIGatewayV2HTTPEvent event(int number) {
        int good = isRejected(number) ? 999_999 : 3001 + number % 14;
        String body = "{\"type_id\": 1, \"create_date\": \"2026-11-23T10:00:00+02:00\", \"storage_id\": 101, \"master_id\": 201,"
                + " \"comment\": \"Order " + number
                + "\", \"goods_transactions\": [{\"good_id\": " + good + ", \"amount\": 1, \"cost_per_unit\": 10, \"discount\": 0,"
                + " \"operation_unit_type\": 1}]}";
        return APIGatewayV2HTTPEvent.builder().withRawPath("/storage_operations/operation/4564")
                .withHeaders(Map.of("idempotency-key", key(number))).withBody(body).build();
    }

    private static String key(int number) {
        return "order-" + number;
    }

    /** Every tenth operation has a good that does not exist. */
    private static boolean isRejected(int number) {
        return number % 10 == 9;
    }
}
