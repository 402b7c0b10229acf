package io.stockroom.runtime;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.Slow;
import io.stockroom.local.GatewayEvent;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Tests the harness itself with the packaged artifact, native or JVM. */
@Slow
class InstanceIT {

    private static final Duration LONG = Duration.ofSeconds(30);

    private final Artifact artifact = Artifact.packaged();
    private final Function function = Function.of("ListStoragesFunction",
            Map.of("AltegioUrl", "http://localhost:1", "partner_token", "partner", "user_token", "user"));
    private final String event = event().json();

    @Test
    void invocationReturnsAResponse() {
        try (Instance instance = Instance.start(artifact, function)) {
            RuntimeResponse response = instance.invoke(event, LONG);
            assertTrue(response.succeeded(), response::payload);
            assertTrue(response.json().has("statusCode"), response::payload);
            assertThat(instance.output(), containsString("\"coldStart\":true"));
        }
    }

    @Test
    void invalidJsonEventIsAFunctionErrorAndTheNextInvocationSucceeds() {
        try (Instance instance = Instance.start(artifact, function)) {
            RuntimeResponse response = instance.invoke("not JSON", LONG);
            assertThat(response.error(), is("com.fasterxml.jackson.core.JsonParseException"));
            assertThat(instance.api().functionErrors().get(0), is(response.payload()));
            assertTrue(instance.invoke(event, LONG).succeeded());
        }
    }

    @Test
    void twoInstancesRunConcurrently() {
        try (Instance one = Instance.start(artifact, function); Instance other = Instance.start(artifact, function)) {
            one.startToFirstPoll();
            other.startToFirstPoll();
            one.freeze();
            other.freeze();
            CompletableFuture<RuntimeResponse> first = one.api().submit(event, LONG);
            CompletableFuture<RuntimeResponse> second = other.api().submit(event, LONG);
            other.thaw();
            assertTrue(second.join().succeeded());
            assertThat(first.isDone(), is(false));
            one.thaw();
            assertTrue(first.join().succeeded());
        }
    }

    @Test
    void instanceAcceptsOneInvocationAtATime() {
        try (Instance instance = Instance.start(artifact, function)) {
            instance.startToFirstPoll();
            instance.freeze();
            instance.api().submit(event, LONG);
            assertThrows(IllegalStateException.class, () -> instance.api().submit(event, LONG));
        }
    }

    @Test
    void instanceRespondsAfterFreezeAndThaw() throws InterruptedException {
        try (Instance instance = Instance.start(artifact, function)) {
            instance.invoke(event, LONG);
            instance.freeze();
            Duration before = instance.cpuTime();
            Thread.sleep(200);
            // The signal takes a moment to arrive.
            assertThat(instance.cpuTime(), lessThan(before.plusMillis(10)));
            instance.thaw();
            assertTrue(instance.invoke(event, LONG).succeeded());
        }
    }

    @Test
    void reportsAKillDuringAnInvocation() {
        try (Instance instance = Instance.start(artifact, function)) {
            instance.startToFirstPoll();
            instance.freeze();
            CompletableFuture<RuntimeResponse> response = instance.api().submit(event, LONG);
            instance.kill();
            assertThat(response.join().error(), is("Runtime.ExitError"));
            assertThat(response.join().payload(), containsString("Runtime exited with error: signal: killed"));
            assertThat(instance.exitCode(), is(137));
            assertThat(instance.invoke(event).error(), is("Runtime.ExitError"));
        }
    }

    @Test
    void killsTheProcessAfterTheTimeout() {
        try (Instance instance = Instance.start(artifact, function)) {
            instance.startToFirstPoll();
            instance.freeze();
            RuntimeResponse response = instance.invoke(event, Duration.ofMillis(250));
            assertThat(response.error(), is("Sandbox.Timedout"));
            assertThat(response.payload(), containsString("Task timed out after 0.25 seconds"));
            assertThat(instance.exitCode(), is(137));
        }
    }

    @Test
    void measuresASlowStart() throws InterruptedException {
        try (Instance instance = Instance.start(artifact, function)) {
            instance.freeze();
            Thread.sleep(1500);
            instance.thaw();
            assertThat(instance.startToFirstPoll(), greaterThanOrEqualTo(Duration.ofMillis(1500)));
        }
    }

    @Test
    void measuresMemoryAndSizes() {
        try (Instance instance = Instance.start(artifact, function)) {
            instance.invoke(event, LONG);
            assertThat(instance.rss(), greaterThan(10_000_000L));
            // The kernel counts pages in batches, so the peak may be slightly lower than the current value.
            assertThat(instance.peakMemory(), greaterThan(instance.rss() * 9 / 10));
            assertThat(artifact.zipSize(), lessThan(artifact.unpackedSize()));
        }
    }

    @Test
    void functionThatRunsOutOfMemoryEndsWithAnError() {
        String large = event().body("x".repeat(5_000_000).getBytes(StandardCharsets.US_ASCII)).json();
        try (Instance instance = Instance.start(artifact, function, "-Xmx17m", "-XX:+ExitOnOutOfMemoryError")) {
            assertThat(instance.invoke(large, LONG).error(), is("Runtime.ExitError"));
            assertThat(instance.exitCode(), is(not(0)));
            assertThat(instance.output(), containsString("OutOfMemoryError"));
        }
    }

    @Test
    void unknownHandlerNameFailsTheStartWithAnError() {
        try (Instance instance = Instance.start(artifact, function.with("QUARKUS_LAMBDA_HANDLER", "nope"))) {
            assertThat(instance.invoke(event, LONG).succeeded(), is(false));
            assertThat(instance.exitCode(), is(not(0)));
            assertThat(instance.output(), containsString("QUARKUS_LAMBDA_HANDLER must be one of"));
            String failure = assertThrows(IllegalStateException.class, instance::startToFirstPoll).getMessage();
            assertThat(failure, containsString("QUARKUS_LAMBDA_HANDLER must be one of"));
        }
    }

    @Test
    void functionDoesNotSeeTheEnvironmentVariablesOfTheTest() throws Exception {
        try (Instance instance = Instance.start(artifact, function)) {
            instance.startToFirstPoll();
            Path environment = Path.of("/proc", Long.toString(instance.pid()), "environ");
            Set<String> visible = Arrays.stream(Files.readString(environment).split("\0"))
                    .map(variable -> variable.split("=")[0])
                    .collect(Collectors.toSet());
            assertThat(visible, is(function.environment(artifact, instance.api()).keySet()));
            Set<String> hidden = new HashSet<>(System.getenv().keySet());
            hidden.removeAll(visible);
            assertThat("variables of the test that are hidden from the function", hidden.size(), greaterThan(0));
        }
    }

    @Test
    void closingRemovesProcessAndFiles() {
        Instance instance = Instance.start(artifact, function);
        instance.startToFirstPoll();
        Path folder = instance.folder();
        assertTrue(Files.exists(folder));
        instance.close();
        assertThat(ProcessHandle.of(instance.pid()).isPresent(), is(false));
        assertThat(Files.exists(folder), is(false));
    }

    private GatewayEvent event() {
        return GatewayEvent.of(function.routes().get(0).key(), "/storages/4564", Instant.now());
    }
}
