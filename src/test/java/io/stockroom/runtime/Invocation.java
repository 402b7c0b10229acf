package io.stockroom.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** An invocation in progress: its event, its deadline, and its future response. */
record Invocation(String id, String event, Instant deadline, long submittedAt, CompletableFuture<RuntimeResponse> response) {

    static Invocation of(String event, Duration timeout) {
        return new Invocation(UUID.randomUUID().toString(), event, Instant.now().plus(timeout), System.nanoTime(),
                new CompletableFuture<>());
    }

    /** Returns the headers with which the Runtime API sends the event. */
    Map<String, List<String>> headers(String functionName) {
        String trace = id.replace("-", "");
        return Map.of(
                "Lambda-Runtime-Aws-Request-Id", List.of(id),
                "Lambda-Runtime-Deadline-Ms", List.of(Long.toString(deadline.toEpochMilli())),
                "Lambda-Runtime-Invoked-Function-Arn",
                List.of("arn:aws:lambda:" + Function.REGION + ":" + Function.ACCOUNT + ":function:" + functionName),
                "Lambda-Runtime-Trace-Id", List.of("Root=1-%08x-%s;Parent=%s;Sampled=0".formatted(
                        Instant.now().getEpochSecond(), trace.substring(0, 24), trace.substring(16))));
    }

    void finish(String payload, String error) {
        response.complete(new RuntimeResponse(payload, error, Duration.ofNanos(System.nanoTime() - submittedAt)));
    }
}
