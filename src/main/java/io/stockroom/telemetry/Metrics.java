package io.stockroom.telemetry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Metrics of a request by their names in the alarms and the dashboard. Metrics without a value are left out. */
final class Metrics {

    /** Names of metrics by outcome. */
    private static final Map<String, String> OUTCOMES = Map.of("booked", "Booked", "reconciled", "Reconciled", "replayed", "Replayed",
            "rejected", "Refused", "outcome-unknown", "Unknown");
    /** EMF allows at most 100 values per metric: docs.aws.amazon.com, "Embedded metric format specification". */
    private static final int MAX_VALUES = 100;

    private Metrics() {
    }

    static Map<String, Object> of(RequestSummary summary) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("Requests", 1);
        metrics.put("Latency", RequestSummary.milliseconds(summary.time()));
        List<Duration> calls = summary.calls().times();
        if (!calls.isEmpty()) {
            metrics.put("UpstreamLatency", calls.stream().limit(MAX_VALUES).map(RequestSummary::milliseconds).toList());
        }
        if (summary.calls().limited() > 0) {
            metrics.put("Limited", summary.calls().limited());
        }
        if (summary.calls().reconciling() > 0) {
            metrics.put("ReconciliationCalls", summary.calls().reconciling());
        }
        if (OUTCOMES.containsKey(summary.outcome())) {
            metrics.put(OUTCOMES.get(summary.outcome()), 1);
        }
        if (summary.queueAge() != null) {
            metrics.put("QueueAge", summary.queueAge().toSeconds());
        }
        metrics.putAll(summary.metrics());
        return metrics;
    }

    /**
     * The metrics that a deployment watches, by version of the function: a new version must not be blamed for the failures of
     * the one that it replaces. {@code ServerErrors} counts every status of 500 or more; {@code Failures} counts 500 and 502,
     * which a short outage of Altegio does not cause, but an error in the code and rejected credentials do.
     */
    static Map<String, Object> ofVersion(RequestSummary summary) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        if (summary.status() >= 500) {
            metrics.put("ServerErrors", 1);
        }
        if (summary.status() == 500 || summary.status() == 502) {
            metrics.put("Failures", 1);
        }
        return metrics;
    }

    static String unit(String metric) {
        if (metric.equals("QueueAge")) {
            return "Seconds";
        }
        return metric.endsWith("Latency") ? "Milliseconds" : "Count";
    }
}
