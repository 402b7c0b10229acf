package io.stockroom.telemetry;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A summary's figures by the names that alarms and the dashboard know them by. What did not happen is left out. */
final class Metrics {

    /** By what the summary calls the outcome. */
    private static final Map<String, String> OUTCOMES = Map.of("booked", "Booked", "reconciled", "Reconciled", "replayed", "Replayed",
            "refused", "Refused", "outcome-unknown", "Unknown");
    /** A metric takes no more values at once: docs.aws.amazon.com, "Embedded metric format specification". */
    private static final int MOST_VALUES = 100;

    private Metrics() {
    }

    static Map<String, Object> of(Summary summary) {
        Map<String, Object> metrics = new LinkedHashMap<>();
        metrics.put("Requests", 1);
        metrics.put("Latency", Summary.milliseconds(summary.time()));
        List<Duration> calls = summary.calls().times();
        if (!calls.isEmpty()) {
            metrics.put("UpstreamLatency", calls.stream().limit(MOST_VALUES).map(Summary::milliseconds).toList());
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
