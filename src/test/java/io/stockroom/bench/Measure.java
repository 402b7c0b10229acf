package io.stockroom.bench;

/** The measures of an instance; lower is better for all of them. */
enum Measure {
    FIRST_POLL("start to first poll", "ms", 1),
    FIRST_RESPONSE("start to first response", "ms", 1),
    CPU("CPU time to first response", "ms", 1),
    FIRST_CALL_CPU("of which after the first poll", "ms", 1),
    SHARED_CPU_RESPONSE("start to first response, at Lambda's CPU share", "ms", 1),
    FIRST_RSS("RSS after the first invocation", "MB", 1),
    LAST_RSS("RSS after the last invocation", "MB", 1),
    WARM_P50("warm p50 above the bare upstream", "ms", 2),
    WARM_P99("warm p99 above the bare upstream", "ms", 2);

    private final String title;
    private final String unit;
    private final int decimals;

    Measure(String title, String unit, int decimals) {
        this.title = title;
        this.unit = unit;
        this.decimals = decimals;
    }

    String title() {
        return title;
    }

    String unit() {
        return unit;
    }

    int decimals() {
        return decimals;
    }
}
