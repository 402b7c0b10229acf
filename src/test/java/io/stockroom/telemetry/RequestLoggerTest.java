package io.stockroom.telemetry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.MovableClock;
import io.stockroom.invocation.UpstreamCalls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestLoggerTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern IN_TEMPLATE = Pattern.compile("\"Stockroom\", \"(\\w+)\"|Namespace: Stockroom\\s+MetricName: (\\w+)");

    private final RequestLogger requestLogger = new RequestLogger(TelemetryConfigs.VERSION_7, JSON, new MovableClock());

    @ParameterizedTest
    @CsvSource({"booked,Booked", "reconciled,Reconciled", "replayed,Replayed", "rejected,Refused", "outcome-unknown,Unknown", "succeeded,",
            "invalid-request,", "upstream-timeout,"})
    void countsOutcomesByName(String outcome, String metric) throws IOException {
        JsonNode line = line(summary(outcome));
        Set<String> expected = new TreeSet<>(Set.of("Requests", "Latency"));
        if (metric != null) {
            expected.add(metric);
            assertEquals(1, line.get(metric).asInt());
        }

        assertEquals(expected, metrics(line));
        assertEquals(12.3, line.get("Latency").asDouble());
    }

    @Test
    void leavesOutUnknownValues() throws IOException {
        requestLogger.begin(null);
        JsonNode line = line(new RequestSummary("no route", null, 400, "invalid-request", Duration.ZERO, new UpstreamCalls(), Map.of()));

        assertEquals(Set.of("timestamp", "level", "message", "route", "status", "outcome", "milliseconds", "upstreamCalls",
                "upstreamMilliseconds", "coldStart", "FunctionName", "Requests", "Latency", "_aws"),
                line.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet()));
        assertEquals("no route: 400 invalid-request in 0.0 ms, 0 calls to Altegio in 0.0 ms", line.get("message").asText());
    }

    @Test
    void alarmsAndDashboardUseTheNamesOfTheMetrics() throws IOException {
        Set<String> known = new TreeSet<>(Set.of("UpstreamLatency", "Limited", "Failures", "ServerErrors", "QueueAge"));
        for (String outcome : new String[] {"booked", "reconciled", "replayed", "rejected", "outcome-unknown"}) {
            known.addAll(metrics(line(summary(outcome))));
        }
        // Of shops' orders.
        known.addAll(Set.of("Orders", "AlreadyBooked", "LeftOut", "ForAPerson"));
        // Of the check of the set-up.
        known.add("SetupFindings");
        // Of exports.
        known.addAll(Set.of("ExportedRows", "DeletedRows", "WindowsBehind", "ExportFailures", "RejectedComparisons"));
        Set<String> used = IN_TEMPLATE.matcher(Files.readString(Path.of("template.yaml"))).results()
                .flatMap(match -> Stream.of(match.group(1), match.group(2))).filter(name -> name != null)
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(known, used);
        assertTrue(Files.readString(Path.of("template.yaml")).contains("\"FunctionName\", \"${CreateOperationFunction}\""));
    }

    @Test
    void theCallerIsHashedIfThatIsConfigured() throws IOException {
        JsonNode line = line(new RequestSummary("GET /storages/{location_id}", 4564L, 200, "succeeded", Duration.ofMillis(1),
                new UpstreamCalls(), Map.of("caller", "till")));

        assertEquals(16, line.get("caller").asText().length());
        assertFalse(line.toString().contains("till"));
    }

    private static RequestSummary summary(String outcome) {
        return new RequestSummary("GET /storages/{location_id}", 4564L, 200, outcome, Duration.ofNanos(12_345_678), new UpstreamCalls(),
                Map.of());
    }

    private JsonNode line(RequestSummary summary) throws IOException {
        return JSON.readTree(requestLogger.json(summary, false));
    }

    private static Set<String> metrics(JsonNode line) {
        Set<String> names = new TreeSet<>();
        line.at("/_aws/CloudWatchMetrics/0/Metrics").forEach(metric -> names.add(metric.get("Name").asText()));
        return names;
    }
}
