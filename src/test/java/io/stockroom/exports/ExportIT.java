package io.stockroom.exports;

import static io.restassured.RestAssured.given;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.Await;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.Location;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxTokens;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalServices;
import io.stockroom.runtime.RuntimeResponse;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged function with the environment of the template, an S3 that checks signatures, and a table; its files are read with SQL. */
@Slow
class ExportIT extends LocalServices {

    private static final String BUCKET = "stock-export";
    private static final int ROWS = 9_000;
    private static final Duration LEASE = Duration.ofSeconds(5);

    @TempDir
    private Path folder;

    private Location location;
    private LocalS3 s3;
    private LocalLambdaApi lambda;

    @BeforeEach
    void startStores() {
        s3 = LocalS3.start(BUCKET, folder).allowOnly("transactions/");
        lambda = LocalLambdaApi.start();
        location = sandbox.sandbox().location(4564);
        given().baseUri(sandbox.root()).contentType("application/json").body(Map.of("count", ROWS - location.movements().size()))
                .post("/transactions").then().statusCode(201);
    }

    @AfterEach
    void stopStores() {
        lambda.close();
        s3.close();
    }

    /** A first export, one with what was booked and changed since, and the comparisons that find what was deleted. */
    @Test
    void theViewOfTheFilesHasWhatTheSandboxHas() {
        try (Instance instance = start()) {
            JsonNode first = invoke(instance, "{}");
            assertEquals(location.movements().size(), first.get("rows").asInt(), first::toString);
            assertViewEqualsSandbox();

            book();
            change(20, "2.125");
            change(8_000, "0.333");
            JsonNode second = invoke(instance, "{}");
            assertEquals(3, second.get("rows").asInt(), second::toString);
            assertViewEqualsSandbox();

            location.delete(location.movements().get(7).id());
            location.delete(location.movements().get(5_000).id());
            assertEquals(0, invoke(instance, "{\"task\": \"compare\"}").get("deleted").asInt());
            assertEquals(2, invoke(instance, "{\"task\": \"compare\"}").get("deleted").asInt());
            assertViewEqualsSandbox();

            assertThat(instance.output(), containsString("\"ExportedRows\":" + first.get("rows")));
            assertThat(instance.output(), containsString("\"WindowsBehind\":0"));
            assertThat(instance.output(), not(containsString("\"level\":\"WARN\"")));
            assertThat(instance.output(), not(containsString(SandboxTokens.PARTNER)));
        }
        assertEquals(0, lambda.requests());
    }

    /** The instance is killed while it reads the second part; another one waits for the end of its lease, and goes on. */
    @Test
    void anotherInstanceGoesOnWhereAKilledOneEnded() {
        try (Instance killed = start(); Instance next = start()) {
            killed.startToFirstPoll();
            next.startToFirstPoll();
            sandbox.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.DELAY).on(SandboxRoute.SEARCH).times(100)
                    .delay(Duration.ofMillis(500)));
            CompletableFuture<RuntimeResponse> lost = killed.api().submit("{}", Duration.ofMinutes(15));
            // With the second object, the state after the first one is definitely saved.
            Await.until(() -> s3.requests() >= 2);
            killed.kill();
            assertEquals("Runtime.ExitError", lost.join().error());
            assertEquals(4564, next.invoke("{}").json().at("/busy/0").asInt());
            sandbox.sandbox().faults().clear();
            change(20, "2.125");
            Await.pause(LEASE);

            JsonNode rest = invoke(next, "{}");
            assertTrue(rest.get("rows").asInt() < ROWS, rest::toString);
            assertViewEqualsSandbox();
        }
    }

    /** Here an invocation has a few seconds, and a page takes part of one. */
    @Test
    void whatDoesNotFitIntoAnInvocationGoesOnInTheNext() throws InterruptedException {
        try (Instance instance = start()) {
            sandbox.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.DELAY).on(SandboxRoute.SEARCH).times(1000)
                    .delay(Duration.ofMillis(700)));
            instance.startToFirstPoll();
            String event = "{}";
            int rows = 0;
            int invocations = 0;
            while (event != null) {
                JsonNode report = instance.invoke(event, Duration.ofSeconds(14)).json();
                rows += report.get("rows").asInt();
                invocations++;
                event = report.has("next") ? lambda.invocations().take().event().toString() : null;
            }

            assertEquals(location.movements().size(), rows);
            assertTrue(invocations > 1, () -> "There was one invocation");
            assertViewEqualsSandbox();
        }
    }

    /** Nothing is lost while S3 fails: the next run writes the same object. */
    @Test
    void aRunWithoutS3IsRepeatedByTheNext() {
        try (Instance instance = start()) {
            s3.failNext(4, S3Failure.INTERNAL_ERROR);
            JsonNode failed = invoke(instance, "{}");
            assertEquals(4564, failed.at("/failed/0").asInt(), failed::toString);
            assertThat(instance.output(), containsString("Location 4564 was not exported: S3 responded 500 InternalError"));

            JsonNode repeated = invoke(instance, "{}");
            assertEquals(location.movements().size(), repeated.get("rows").asInt(), () -> repeated + instance.output());
            assertViewEqualsSandbox();
        }
    }

    private Instance start() {
        Map<String, String> parameters = Map.of("AltegioAccess", "password", "partner_token", SandboxTokens.PARTNER, "login",
                SandboxTokens.LOGIN, "password", SandboxTokens.PASSWORD,
                "ExportLocations", "4564", "Exports", "true");
        Function function = function("ExportTransactionsFunction", parameters).withAll(Map.of(
                "STOCKROOM_EXPORTS_BUCKET", BUCKET, "STOCKROOM_EXPORTS_S3_URL", s3.url().toString(),
                "STOCKROOM_EXPORTS_LAMBDA_URL", lambda.url().toString(), "STOCKROOM_EXPORTS_MARGIN", "PT0S",
                "STOCKROOM_EXPORTS_OVERLAP", "PT1S", "STOCKROOM_EXPORTS_PART_ROWS", "2000", "STOCKROOM_EXPORTS_LEASE", LEASE.toString(),
                "ALTEGIO_RATE_PER_SECOND", "0", "ALTEGIO_RATE_PER_MINUTE", "0"));
        return Instance.start(Artifact.packaged(), function);
    }

    /** Invokes after the second in which the last change was made, which is within the window then. */
    private static JsonNode invoke(Instance instance, String event) {
        Await.pause(Duration.ofMillis(2_100));
        return instance.invoke(event, Duration.ofMinutes(15)).json();
    }

    private void assertViewEqualsSandbox() {
        Exporter.assertViewEquals(new ExportedFiles(folder), location);
    }

    private void change(int index, String amount) {
        location.change(location.movements().get(index).id(), row -> row.with(new BigDecimal(amount), row.line().price().cost(),
                "changed to " + amount, Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS)));
    }

    private void book() {
        SandboxOperations.book(sandbox, "booked later");
    }
}
