package io.stockroom.bench;

/** What is measured of a life; less is better for all. */
enum Measure {
    FIRST_POLL("start to first poll", "ms", 1),
    FIRST_ANSWER("start to first answer", "ms", 1),
    CPU("CPU time to first answer", "ms", 1),
    FIRST_CALL_CPU("of it after the first poll", "ms", 1),
    SHARED_ANSWER("start to first answer, Lambda's share of a processor", "ms", 1),
    FIRST_RESIDENT("resident after the first invocation", "MB", 1),
    LAST_RESIDENT("resident after the last invocation", "MB", 1),
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
