package io.stockroom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What instances of the packaged function know of each other through the ledger's table. */
class SharedLedgerIT {

    private static final String EVENT = SampleEvents.of("create-operation")
            .replace("\"content-type\"", "\"idempotency-key\": \"order-1001\", \"content-type\"");

    private SandboxServer sandbox;
    private LocalDynamoDb database;

    @BeforeEach
    void startServices() {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
    }

    @AfterEach
    void stopServices() {
        database.close();
        sandbox.close();
    }

    @Test
    void whatOneInstanceBookedAnotherAnswersByteForByte() {
        JsonNode first = answer();
        JsonNode second = answer();

        assertEquals(200, first.get("statusCode").asInt(), first::toString);
        assertEquals(first.get("body"), second.get("body"));
        assertFalse(first.get("headers").has("Idempotency-Replayed"));
        assertEquals("true", second.get("headers").get("Idempotency-Replayed").asText());
        assertEquals(1, sandbox.sandbox().commits().size());
    }

    /** Killed after the commit and before the whole answer is there; or before the commit, which comes all the same. */
    @ParameterizedTest
    @EnumSource(value = SandboxFault.Kind.class, names = {"SLOW_DRIP", "DELAY"})
    void anInstanceKilledBeforeItsAnswerLeavesTheDocumentToItsSuccessor(SandboxFault.Kind fault) {
        Duration delay = Duration.ofSeconds(fault == SandboxFault.Kind.SLOW_DRIP ? 9 : 3);
        try (Instance instance = start()) {
            instance.startToFirstPoll();
            sandbox.sandbox().faults().add(SandboxFault.of(fault).on(SandboxRoute.BOOK).delay(delay));
            CompletableFuture<Answer> answer = instance.api().submit(EVENT, Duration.ofSeconds(10));
            await(() -> sandbox.sandbox().traffic().count(SandboxRoute.BOOK) == 1
                    && (fault == SandboxFault.Kind.DELAY || sandbox.sandbox().commits().size() == 1));
            instance.kill();
            assertEquals("Runtime.ExitError", answer.join().error());
        }
        try (Instance successor = start()) {
            JsonNode early = successor.invoke(EVENT).json();
            assertEquals(409, early.get("statusCode").asInt(), early::toString);
            await(() -> successor.invoke(EVENT).json().get("statusCode").asInt() != 409);
            JsonNode booked = successor.invoke(EVENT).json();

            assertEquals(200, booked.get("statusCode").asInt(), booked::toString);
            assertEquals(1, sandbox.sandbox().commits().size());
            assertEquals(sandbox.sandbox().commits().get(0).id(), document(booked));
        }
    }

    @Test
    void withoutItsTableNothingIsSent() {
        try (Instance instance = Instance.start(Artifact.packaged(), function().with("STOCKROOM_LEDGER_TABLE", "another"))) {
            JsonNode answer = instance.invoke(EVENT).json();

            assertEquals(503, answer.get("statusCode").asInt(), answer::toString);
            assertEquals("5", answer.get("headers").get("Retry-After").asText());
            assertEquals(0, sandbox.sandbox().traffic().count(SandboxRoute.BOOK));
        }
    }

    private JsonNode answer() {
        try (Instance instance = start()) {
            return instance.invoke(EVENT).json();
        }
    }

    private Instance start() {
        return Instance.start(Artifact.packaged(), function());
    }

    private Function function() {
        return database.under(Function.of("CreateOperationFunction", Map.of("AltegioUrl", sandbox.url(),
                "partner_token", "sandbox-partner", "user_token", "sandbox-user"))).with("STOCKROOM_LEDGER_SETTLE", "PT2S");
    }

    private static long document(JsonNode answer) {
        try {
            return new ObjectMapper().readTree(answer.get("body").asText()).at("/data/document/id").asLong();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 600 && !condition.getAsBoolean(); i++) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
