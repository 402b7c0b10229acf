package io.stockroom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.Await;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRoute;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Instances of the packaged function that share the ledger's table. */
@Slow
class SharedLedgerIT extends LocalServices {

    private static final String EVENT = SampleEvents.of("create-operation")
            .replace("\"content-type\"", "\"idempotency-key\": \"order-1001\", \"content-type\"");

    @Test
    void anotherInstanceReplaysTheSameBytes() {
        JsonNode first = invoke();
        JsonNode second = invoke();

        assertEquals(200, first.get("statusCode").asInt(), first::toString);
        assertEquals(first.get("body"), second.get("body"));
        assertFalse(first.get("headers").has("Idempotency-Replayed"));
        assertEquals("true", second.get("headers").get("Idempotency-Replayed").asText());
        assertEquals(1, sandbox.sandbox().commits().size());
    }

    /** The instance is killed after the commit, before it has the whole response; or before the commit, which still happens. */
    @ParameterizedTest
    @EnumSource(value = SandboxFault.Kind.class, names = {"SLOW_DRIP", "DELAY"})
    void nextInstanceFindsTheDocumentOfAKilledInstance(SandboxFault.Kind fault) {
        Duration delay = Duration.ofSeconds(fault == SandboxFault.Kind.SLOW_DRIP ? 9 : 3);
        try (Instance instance = start()) {
            instance.startToFirstPoll();
            sandbox.sandbox().faults().add(SandboxFault.of(fault).on(SandboxRoute.BOOK).delay(delay));
            CompletableFuture<RuntimeResponse> response = instance.api().submit(EVENT, Duration.ofSeconds(10));
            Await.until(() -> sandbox.sandbox().traffic().count(SandboxRoute.BOOK) == 1
                    && (fault == SandboxFault.Kind.DELAY || sandbox.sandbox().commits().size() == 1));
            instance.kill();
            assertEquals("Runtime.ExitError", response.join().error());
        }
        try (Instance next = start()) {
            JsonNode early = next.invoke(EVENT).json();
            assertEquals(409, early.get("statusCode").asInt(), early::toString);
            Await.until(() -> next.invoke(EVENT).json().get("statusCode").asInt() != 409);
            JsonNode booked = next.invoke(EVENT).json();

            assertEquals(200, booked.get("statusCode").asInt(), booked::toString);
            assertEquals(1, sandbox.sandbox().commits().size());
            assertEquals(sandbox.sandbox().commits().get(0).id(), document(booked));
        }
    }

    @Test
    void sendsNothingIfTheTableIsUnavailable() {
        try (Instance instance = Instance.start(Artifact.packaged(), function().with("STOCKROOM_LEDGER_TABLE", "another"))) {
            JsonNode response = instance.invoke(EVENT).json();

            assertEquals(503, response.get("statusCode").asInt(), response::toString);
            assertEquals("5", response.get("headers").get("Retry-After").asText());
            assertEquals(0, sandbox.sandbox().traffic().count(SandboxRoute.BOOK));
        }
    }

    private JsonNode invoke() {
        try (Instance instance = start()) {
            return instance.invoke(EVENT).json();
        }
    }

    private Instance start() {
        return Instance.start(Artifact.packaged(), function());
    }

    private Function function() {
        return functionWithToken("CreateOperationFunction").with("STOCKROOM_LEDGER_SETTLE", "PT2S");
    }

    private static long document(JsonNode response) {
        try {
            return new ObjectMapper().readTree(response.get("body").asText()).at("/data/document/id").asLong();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
