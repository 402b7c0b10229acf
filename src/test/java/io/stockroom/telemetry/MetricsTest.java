package io.stockroom.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.stockroom.MovableClock;
import io.stockroom.invocation.UpstreamCalls;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The metrics by which a deployment decides whether a new version works. */
class MetricsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RequestLogger logger = new RequestLogger(TelemetryConfigs.VERSION_7, JSON, new MovableClock());

    @ParameterizedTest
    @CsvSource({"500,true", "502,true", "503,false", "504,false"})
    void serverErrorsCountForTheVersionThatReturnedThem(int status, boolean failure) throws IOException {
        JsonNode line = line(status, null);
        JsonNode directive = line.at("/_aws/CloudWatchMetrics/1");

        assertEquals("Stockroom", directive.get("Namespace").asText());
        assertEquals("[[\"FunctionName\",\"FunctionVersion\"]]", directive.get("Dimensions").toString());
        assertEquals("7", line.get("FunctionVersion").asText());
        assertEquals(failure ? Map.of("ServerErrors", "Count", "Failures", "Count") : Map.of("ServerErrors", "Count"), metrics(directive));
        metrics(directive).keySet().forEach(metric -> assertEquals(1, line.get(metric).asInt()));
        assertEquals("[[\"FunctionName\"]]", line.at("/_aws/CloudWatchMetrics/0/Dimensions").toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 400, 401, 404, 422, 429})
    void otherStatusesCostNoMetricByVersion(int status) throws IOException {
        JsonNode line = line(status, null);

        assertEquals(1, line.at("/_aws/CloudWatchMetrics").size());
        assertFalse(line.has("FunctionVersion"));
    }

    @Test
    void theAgeOfAQueuedOperationIsAMetricInSeconds() throws IOException {
        JsonNode line = line(503, Duration.ofMillis(3_600_900));

        assertEquals(3600, line.get("QueueAge").asInt());
        assertEquals("Seconds", metrics(line.at("/_aws/CloudWatchMetrics/0")).get("QueueAge"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "$LATEST"})
    void theVersionIsTheOneThatLambdaNames(String version) throws IOException {
        assertEquals(version, new SmallRyeConfigBuilder().addDefaultInterceptors()
                .withSources(new EnvConfigSource(Map.of("AWS_LAMBDA_FUNCTION_VERSION", version), 300),
                        new PropertiesConfigSource(Path.of("src/main/resources/application.properties").toUri().toURL()))
                .build().getValue("stockroom.telemetry.function-version", String.class));
    }

    private JsonNode line(int status, Duration queueAge) throws IOException {
        return JSON.readTree(
                logger.json(new RequestSummary("apply-webhook", null, status, "outcome", Duration.ZERO, new UpstreamCalls(), Map.of(),
                        queueAge, Map.of()), false));
    }

    private static Map<String, String> metrics(JsonNode directive) {
        Map<String, String> units = new TreeMap<>();
        directive.get("Metrics").forEach(metric -> units.put(metric.get("Name").asText(), metric.get("Unit").asText()));
        return units;
    }
}
