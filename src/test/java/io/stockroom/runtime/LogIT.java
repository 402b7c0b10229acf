package io.stockroom.runtime;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks what the packaged functions log, and that they never log secrets or phone numbers. */
@Slow
class LogIT {

    private static SandboxServer sandbox;
    private static LocalDynamoDb database;

    @BeforeAll
    static void start() {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        database = LocalDynamoDb.start().table("Ledger");
    }

    @AfterAll
    static void stop() {
        database.close();
        sandbox.close();
    }

    @BeforeEach
    void reset() {
        sandbox.sandbox().reset();
    }

    @Test
    void logsOneSummaryPerRequest() {
        try (Instance instance = start("CreateOperationFunction", Map.of())) {
            String booking = booking("log-1");
            instance.invoke(booking);
            instance.invoke(booking);
            sandbox.sandbox().faults().add(SandboxFault.of(Kind.DROP_AFTER_COMMIT).on(SandboxRoute.BOOK));
            instance.invoke(booking("log-2"));
            sandbox.sandbox().faults().add(SandboxFault.of(Kind.REFUSE).on(SandboxRoute.BOOK));
            instance.invoke(booking("log-3"));
            instance.invoke("{}");

            List<JsonNode> summaries = summaries(instance);
            assertEquals(List.of("booked", "replayed", "reconciled", "rejected", "invalid-request"),
                    summaries.stream().map(summary -> summary.get("outcome").asText()).toList());
            summaries.forEach(LogIT::checkMetrics);
            JsonNode first = summaries.get(0);
            assertEquals(Json.parse(booking).get("routeKey").asText(), first.get("route").asText());
            assertEquals(4564, first.get("location").asInt());
            assertEquals(200, first.get("status").asInt());
            assertEquals(1, first.get("upstreamCalls").asInt());
            assertTrue(first.get("coldStart").asBoolean() && !summaries.get(1).get("coldStart").asBoolean());
            assertEquals(Json.parse(booking).at("/requestContext/requestId").asText(), first.get("apiRequestId").asText());
            assertFalse(first.get("requestId").asText().isEmpty());
            assertTrue(first.get("milliseconds").asDouble() >= first.get("upstreamMilliseconds").asDouble());
            assertEquals(Set.of("Requests", "Latency", "UpstreamLatency", "Booked"), Set.copyOf(metrics(first)));
            assertEquals(List.of("Requests", "Latency", "Replayed"), metrics(summaries.get(1)));
        }
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = {"ERROR_500", "HTML", "DROP_BEFORE_COMMIT", "GARBAGE", "TRUNCATED"})
    void logsAnUpstreamFailureInOneLine(Kind kind) {
        sandbox.sandbox().faults().add(SandboxFault.of(kind).on(SandboxRoute.STORAGES).times(0));
        try (Instance instance = start("ListStoragesFunction", Map.of("ALTEGIO_RETRY_BASE_DELAY", "PT0.01S"))) {
            instance.invoke(SampleEvents.of("list-storages"));

            List<JsonNode> warnings = lines(instance).stream().filter(line -> line.path("level").asText().equals("WARN")).toList();
            assertEquals(1, warnings.size(), instance::output);
            assertFalse(warnings.get(0).at("/mdc/requestId").asText().isEmpty(), instance::output);
            assertEquals(1, summaries(instance).size());
        }
    }

    @Test
    void countsRateLimitResponses() {
        sandbox.sandbox().faults().add(SandboxFault.of(Kind.TOO_MANY_REQUESTS).on(SandboxRoute.STORAGES));
        try (Instance instance = start("ListStoragesFunction", Map.of())) {
            instance.invoke(SampleEvents.of("list-storages"));

            JsonNode summary = summaries(instance).get(0);
            assertEquals(1, summary.get("Limited").asInt());
            assertEquals(2, summary.get("UpstreamLatency").size());
        }
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void logsNeitherSecretsNorPhoneNumbers(Kind kind) {
        sandbox.sandbox().faults().add(SandboxFault.of(kind).times(3).message("Client +79991234567 owes, token canary-token"));
        Map<String, String> settings = Map.of("ALTEGIO_RETRY_ATTEMPTS", "2", "ALTEGIO_RETRY_BASE_DELAY", "PT0.01S",
                "ALTEGIO_LOGIN", "+79991234567", "ALTEGIO_PASSWORD", "canary-password", "ALTEGIO_TIMEOUT", "PT0.5S");
        for (String name : List.of("ListStoragesFunction", "ListGoodsFunction", "SearchTransactionsFunction", "CreateOperationFunction")) {
            String event = SampleEvents.of(function(name, Map.of()).environment().get("QUARKUS_LAMBDA_HANDLER"))
                    .replace("Web order 1001", "for +79991234567");
            String eventWithSecrets = with("idempotency-key", "+79991234567",
                    with("authorization", "Bearer canary", with("cookie", "canary", event)));
            try (Instance instance = start(name, settings)) {
                for (int i = 0; i < 3; i++) {
                    instance.invoke(eventWithSecrets);
                }
                for (String secret : List.of("canary", "9991234567", "sandbox-partner", "sandbox-user")) {
                    assertThat(instance.output(), not(containsString(secret)));
                }
                assertEquals(3, summaries(instance).size());
            }
        }
    }

    /** Checks the rules of docs.aws.amazon.com, "Specification: Embedded metric format". */
    private static void checkMetrics(JsonNode line) {
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/0");
        assertTrue(line.at("/_aws/Timestamp").isIntegralNumber());
        assertEquals("Stockroom", directive.get("Namespace").asText());
        for (JsonNode dimension : directive.at("/Dimensions/0")) {
            assertTrue(line.get(dimension.asText()).isTextual() && !line.get(dimension.asText()).asText().isBlank());
        }
        for (JsonNode metric : directive.get("Metrics")) {
            assertTrue(Set.of("Count", "Milliseconds", "Seconds").contains(metric.get("Unit").asText()));
            JsonNode value = line.get(metric.get("Name").asText());
            assertTrue(value.isNumber() || value.isArray() && value.size() <= 100
                    && StreamSupport.stream(value.spliterator(), false).allMatch(JsonNode::isNumber), value::toString);
        }
        assertTrue(line.toString().length() < 256_000);
    }

    private static List<String> metrics(JsonNode line) {
        List<String> names = new ArrayList<>();
        line.at("/_aws/CloudWatchMetrics/0/Metrics").forEach(metric -> names.add(metric.get("Name").asText()));
        return names;
    }

    private static List<JsonNode> summaries(Instance instance) {
        return lines(instance).stream().filter(line -> line.has("_aws")).toList();
    }

    /** Returns the JSON lines of the log, without the warnings that the JVM prints itself. */
    private static List<JsonNode> lines(Instance instance) {
        return instance.output().lines().filter(line -> !line.startsWith("WARNING: ")).map(Json::parse).toList();
    }

    private static String booking(String key) {
        return with("idempotency-key", key, SampleEvents.of("create-operation"));
    }

    private static String with(String header, String value, String event) {
        return event.replaceFirst("\"headers\": \\{", "\"headers\": {\"" + header + "\": \"" + value + "\",");
    }

    private static Instance start(String name, Map<String, String> settings) {
        return Instance.start(Artifact.packaged(), function(name, settings));
    }

    private static Function function(String name, Map<String, String> settings) {
        Map<String, String> parameters = new HashMap<>(Map.of("AltegioUrl", sandbox.url(), "partner_token", "sandbox-partner"));
        parameters.put("user_token", "sandbox-user");
        return database.under(Function.of(name, parameters)).withAll(settings);
    }
}
