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
        if (OUTCOMES.containsKey(summary.outcome())) {
            metrics.put(OUTCOMES.get(summary.outcome()), 1);
        }
        return metrics;
    }

    static String unit(String metric) {
        return metric.endsWith("Latency") ? "Milliseconds" : "Count";
    }
}
