package io.stockroom.telemetry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/**
 * Logs one line per request. As JSON it is a document in CloudWatch's embedded metric format (EMF): a log line from which CloudWatch
 * extracts the metrics, without an API call.
 */
@ApplicationScoped
public class RequestLogger {

    private static final Logger LOG = Logger.getLogger(RequestLogger.class);

    private static final String REQUEST_ID = "requestId";
    private static final String CALLER = "caller";
    private static final int DIGEST_CHARACTERS = 16;
    private static final String FUNCTION_NAME = "FunctionName";
    private static final String FUNCTION_VERSION = "FunctionVersion";

    private final TelemetryConfig config;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final AtomicBoolean coldStart = new AtomicBoolean(true);

    RequestLogger(TelemetryConfig config, ObjectMapper mapper, Clock clock) {
        this.config = config;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Adds Lambda's request id to every following log line; it is null without Lambda. */
    public void begin(String requestId) {
        if (requestId == null) {
            MDC.remove(REQUEST_ID);
        } else {
            MDC.put(REQUEST_ID, requestId);
        }
    }

    public void write(RequestSummary summary) {
        boolean cold = coldStart.getAndSet(false);
        if (config.json()) {
            // Bypasses the logger, which would wrap it: CloudWatch recognizes the document only if it is the whole line.
            System.out.println(json(summary, cold));
        } else {
            LOG.info(summary.sentence());
        }
    }

    String json(RequestSummary summary, boolean cold) {
        Instant now = clock.instant();
        Map<String, Object> metrics = Metrics.of(summary);
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("timestamp", now.toString());
        line.put("level", "INFO");
        line.put("message", summary.sentence());
        line.put("route", summary.route());
        line.put("location", summary.location());
        line.put("status", summary.status());
        line.put("outcome", summary.outcome());
        line.put("milliseconds", RequestSummary.milliseconds(summary.time()));
        line.put("upstreamCalls", summary.calls().times().size());
        line.put("upstreamMilliseconds", RequestSummary.milliseconds(summary.upstreamTime()));
        if (summary.calls().reconciling() > 0) {
            line.put("reconciliationCalls", summary.calls().reconciling());
        }
        line.put("coldStart", cold);
        line.put(REQUEST_ID, MDC.get(REQUEST_ID));
        line.putAll(summary.ids());
        if (config.hashCallers()) {
            line.computeIfPresent(CALLER, (name, caller) -> digest(caller.toString()));
        }
        line.values().removeIf(Objects::isNull);
        line.put(FUNCTION_NAME, config.functionName());
        line.putAll(metrics);
        List<Map<String, Object>> directives = new ArrayList<>(List.of(directive(metrics, FUNCTION_NAME)));
        Map<String, Object> failures = Metrics.ofVersion(summary);
        if (!failures.isEmpty()) {
            line.put(FUNCTION_VERSION, config.functionVersion());
            line.putAll(failures);
            directives.add(directive(failures, FUNCTION_NAME, FUNCTION_VERSION));
        }
        line.put("_aws", Map.of("Timestamp", now.toEpochMilli(), "CloudWatchMetrics", directives));
        try {
            return mapper.writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the same text for the same caller. A name that can be guessed can be recognized by it. */
    private static String digest(String caller) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(caller.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, DIGEST_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Object> directive(Map<String, Object> metrics, String... dimensions) {
        return Map.of("Namespace", "Stockroom", "Dimensions", List.of(List.of(dimensions)), "Metrics",
                metrics.keySet().stream().map(metric -> Map.of("Name", metric, "Unit", Metrics.unit(metric))).toList());
    }
}
