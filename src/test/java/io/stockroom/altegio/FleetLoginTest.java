package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.Slow;
import io.stockroom.api.SandboxResource;
import io.stockroom.invocation.CallContext;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.local.sandbox.SandboxTokens;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty clients that share sessions, as instances do, in front of a sandbox that counts logins. */
@Slow
@QuarkusTest
@QuarkusTestResource(value = SandboxResource.class, restrictToAnnotatedClass = true)
class FleetLoginTest {

    private static final int SIZE = 20;

    private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);
    private final InMemoryTokens sessions = new InMemoryTokens();
    private SandboxServer server;
    @Inject
    Clock clock;
    @Inject
    AltegioReadApi readApi;
    @Inject
    AltegioWriteApi writeApi;
    private List<Altegio> fleet;

    @BeforeEach
    void start() {
        server.sandbox().reset();
        fleet = Stream.generate(() -> AltegioConfigs.altegio(readApi, writeApi, AltegioConfigs.quick(Map.of()), sessions, clock))
                .limit(SIZE)
                .toList();
    }

    @AfterEach
    void stop() {
        threads.shutdown();
    }

    @Test
    void aFleetThatStartsAtOnceLogsInOnce() {
        readAll();

        assertEquals(1, logins());
    }

    /** Whether a login invalidates earlier tokens is not known. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFleetWhoseTokenDiesLogsInOnceMoreWithoutAFailedRequest(boolean invalidates) {
        server.sandbox().tokens().loginInvalidates(invalidates);
        readAll();

        server.sandbox().tokens().expire();
        readAll();
        readAll();

        assertEquals(2, logins());
    }

    private void readAll() {
        List<CompletableFuture<Void>> reads = fleet.stream().map(altegio -> CompletableFuture.runAsync(
                () -> altegio.storages(4564, CallContext.in(Duration.ofSeconds(10), clock)), threads)).toList();
        reads.forEach(CompletableFuture::join);
    }

    private int logins() {
        return server.sandbox().tokens().logIns().get(SandboxTokens.LOGIN);
    }
}
