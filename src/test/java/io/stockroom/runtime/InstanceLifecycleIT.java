package io.stockroom.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.Await;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRoute;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Freezes, thaws and kills instances as Lambda does, and checks the effects on callers and on Altegio. */
@Slow
class InstanceLifecycleIT extends LocalServices {

    @Test
    void instancesRunConcurrently() {
        String event = SampleEvents.of("create-operation");
        List<Instance> instances = IntStream.range(0, 4).mapToObj(each -> start("CreateOperationFunction")).toList();
        try {
            List<CompletableFuture<RuntimeResponse>> responses = instances.stream()
                    .map(instance -> CompletableFuture.supplyAsync(() -> instance.invoke(event))).toList();

            responses.forEach(response -> assertEquals(200, response.join().json().get("statusCode").asInt()));
            assertEquals(4, sandbox.sandbox().commits().size());
        } finally {
            instances.forEach(Instance::close);
        }
    }

    @Test
    void instanceThawedAfterItsDeadlineReportsSuccessOrUnknownOutcome() {
        try (Instance instance = start("CreateOperationFunction")) {
            instance.invoke(SampleEvents.of("create-operation"));
            sandbox.sandbox().reset();
            sandbox.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.DELAY).on(SandboxRoute.BOOK).delay(Duration.ofMillis(600)));
            CompletableFuture<RuntimeResponse> response = instance.api().submit(SampleEvents.of("create-operation"), Duration.ofSeconds(2));
            awaitBooking();
            instance.freeze();
            Await.pause(Duration.ofSeconds(2));
            instance.thaw();

            assertTrue(List.of(200, 504).contains(response.join().json().get("statusCode").asInt()), response.join().payload());
            assertEquals(1, sandbox.sandbox().commits().size());
        }
    }

    @Test
    void readsSurviveConnectionsClosedWhileFrozen() {
        try (Instance instance = start("SearchTransactionsFunction")) {
            for (int freeze = 0; freeze < 5; freeze++) {
                assertEquals(200, instance.invoke(SampleEvents.of("search-transactions")).json().get("statusCode").asInt());
                instance.freeze();
                assertTrue(sandbox.dropConnections() > 0);
                instance.thaw();
            }
            assertEquals(200, instance.invoke(SampleEvents.of("search-transactions")).json().get("statusCode").asInt());
        }
    }

    @Test
    void operationsDoNotUseConnectionsClosedWhileFrozen() {
        try (Instance instance = start("CreateOperationFunction")) {
            for (int freeze = 1; freeze <= 5; freeze++) {
                assertEquals(200, instance.invoke(SampleEvents.of("create-operation")).json().get("statusCode").asInt());
                assertEquals(freeze, sandbox.sandbox().commits().size());
                instance.freeze();
                sandbox.dropConnections();
                instance.thaw();
            }
            assertEquals(5, sandbox.sandbox().traffic().arrivals().size());
        }
    }

    @Test
    void killedInstanceLeavesOneDocumentAndTheNextInstanceWorks() {
        sandbox.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.DELAY).on(SandboxRoute.BOOK).delay(Duration.ofMillis(500)));
        try (Instance instance = start("CreateOperationFunction")) {
            instance.startToFirstPoll();
            CompletableFuture<RuntimeResponse> response = instance.api()
                    .submit(SampleEvents.of("create-operation"), Duration.ofSeconds(20));
            awaitBooking();
            instance.kill();
            assertEquals("Runtime.ExitError", response.join().error());
        }
        try (Instance next = start("SearchTransactionsFunction")) {
            assertEquals(200, next.invoke(SampleEvents.of("search-transactions")).json().get("statusCode").asInt());
        }
    }

    @Test
    void slowStartStillSucceeds() {
        try (Instance instance = start("ListStoragesFunction")) {
            instance.freeze();
            CompletableFuture<RuntimeResponse> response = instance.api().submit(SampleEvents.of("list-storages"), Duration.ofSeconds(20));
            Await.pause(Duration.ofSeconds(1));
            instance.thaw();

            assertEquals(200, response.join().json().get("statusCode").asInt());
        }
    }

    @Test
    void returnsLargePagesWithLittleMemory() {
        String event = SampleEvents.of("search-transactions").replace("\"count\": \"2\"", "\"count\": \"1000\"").replace("2026-11-01",
                "2026-01-01");
        try (Instance instance = start("SearchTransactionsFunction")) {
            for (int i = 0; i < 20; i++) {
                assertEquals(200, instance.invoke(event).json().get("statusCode").asInt(), instance::output);
            }
        }
    }

    private void awaitBooking() {
        for (int i = 0; i < 200 && sandbox.sandbox().traffic().count(SandboxRoute.BOOK) == 0; i++) {
            Await.pause(Duration.ofMillis(20));
        }
        assertEquals(1, sandbox.sandbox().traffic().count(SandboxRoute.BOOK));
    }

    private Instance start(String function) {
        return Instance.start(Artifact.packaged(), functionWithToken(function));
    }
}
