package io.stockroom.sessions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.Await;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxTokens;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalServices;
import io.stockroom.runtime.RuntimeResponse;
import io.stockroom.runtime.SampleEvents;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A fleet of packaged instances of four functions, started at once, with a login and one table, in front of a sandbox that counts logins. */
@Slow
class FleetIT extends LocalServices {

    /** On two processors, 20 JVMs take minutes to start, and prove nothing more than eight. */
    private static final int SIZE = Artifact.packaged().isNative() ? 20 : 8;
    private static final List<String> FUNCTIONS = List.of("ListStoragesFunction", "ListGoodsFunction", "SearchTransactionsFunction",
            "RelayFunction");
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final ExecutorService threads = Executors.newFixedThreadPool(SIZE);
    private final List<Instance> fleet = new ArrayList<>();

    @AfterEach
    void stopFleet() {
        fleet.forEach(Instance::close);
        threads.shutdown();
    }

    /** Whether a login invalidates earlier tokens is not known. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aFleetThatStartsAtOnceLogsInOnce(boolean invalidates) {
        sandbox.sandbox().tokens().loginInvalidates(invalidates);
        start(SandboxTokens.PASSWORD);

        assertEquals(all(200), statuses(invokeAll()), this::output);
        assertEquals(1, logins());

        sandbox.sandbox().tokens().expire();
        assertEquals(all(200), statuses(invokeAll()), this::output);
        assertEquals(2, logins());
    }

    @Test
    void aWrongPasswordIsTriedOnceByTheWholeFleet() {
        start("canary-password");

        assertEquals(all(502), statuses(invokeAll()), this::output);
        assertEquals(all(502), statuses(invokeAll()), this::output);
        assertEquals(1, logins());
        assertEquals(Map.of(SandboxRoute.LOG_IN.title(), 1L), sandbox.sandbox().traffic().counts());
        assertFalse(output().contains("canary"), this::output);
    }

    @Test
    void anotherInstanceLogsInOnceTheLeaseOfAKilledOneHasEnded() {
        sandbox.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.DELAY).on(SandboxRoute.LOG_IN).delay(Duration.ofSeconds(60)));
        start(SandboxTokens.PASSWORD);
        fleet.forEach(Instance::startToFirstPoll);
        Instance renewing = fleet.remove(0);
        try (renewing) {
            CompletableFuture<RuntimeResponse> lost = renewing.api().submit(event(0), Duration.ofSeconds(29));
            Await.until(() -> sandbox.sandbox().traffic().count(SandboxRoute.LOG_IN) == 1);
            long start = System.nanoTime();
            CompletableFuture<List<RuntimeResponse>> others = CompletableFuture.supplyAsync(this::invokeAll);
            renewing.kill();

            assertEquals("Runtime.ExitError", lost.join().error());
            assertEquals(Collections.nCopies(SIZE - 1, 200), statuses(others.join()), this::output);
            Duration taken = Duration.ofNanos(System.nanoTime() - start);
            // Not much later either: the responses had 29 seconds.
            assertTrue(taken.compareTo(LEASE.minusSeconds(2)) > 0, taken::toString);
        }
        assertEquals(2, sandbox.sandbox().traffic().count(SandboxRoute.LOG_IN));
        assertEquals(1, logins());
    }

    /** Starts all instances without waiting for any. */
    private void start(String password) {
        for (int i = 0; i < SIZE; i++) {
            fleet.add(Instance.start(Artifact.packaged(), function(i, password)));
        }
    }

    private Function function(int index, String password) {
        return function(FUNCTIONS.get(index % FUNCTIONS.size()), Map.of("AltegioAccess", "password", "partner_token", SandboxTokens.PARTNER,
                "login", SandboxTokens.LOGIN, "password", password));
    }

    private List<RuntimeResponse> invokeAll() {
        int first = SIZE - fleet.size();
        List<CompletableFuture<RuntimeResponse>> responses = IntStream.range(0, fleet.size()).mapToObj(
                i -> CompletableFuture.supplyAsync(() -> fleet.get(i).invoke(event(first + i)), threads)).toList();
        return responses.stream().map(CompletableFuture::join).toList();
    }

    private static String event(int index) {
        return SampleEvents.of(List.of("list-storages", "list-goods", "search-transactions", "relay").get(index % FUNCTIONS.size()));
    }

    private static List<Integer> statuses(List<RuntimeResponse> responses) {
        return responses.stream().map(response -> response.json().path("statusCode").asInt()).toList();
    }

    private static List<Integer> all(int status) {
        return Collections.nCopies(SIZE, status);
    }

    private int logins() {
        return sandbox.sandbox().tokens().logIns().getOrDefault(SandboxTokens.LOGIN, 0);
    }

    private String output() {
        return fleet.stream().map(Instance::output).reduce("", String::concat);
    }
}
