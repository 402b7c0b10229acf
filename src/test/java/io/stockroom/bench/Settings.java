package io.stockroom.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The extent of a run.
 *
 * @param sections     any of {@code functions}, {@code secrets}, {@code search}, {@code scale}, {@code reconciliation} and {@code exports}
 * @param rounds       starts of each contender per upstream
 * @param invocations  of each instance
 * @param rows         sizes of exports as one list
 * @param instances    numbers of concurrent instances
 * @param load         how long those are invoked
 * @param documents    numbers of other documents among which an operation is searched for
 * @param exportedRows sizes of exports as files, without a rate limit, in ascending order
 * @param limitedRows  size of the export as files within the rate limit
 */
record Settings(Set<String> sections, int rounds, int invocations, List<Integer> rows, List<Integer> instances, Duration load,
        List<Integer> documents, List<Integer> exportedRows, int limitedRows) {

    private static final String SECTIONS = "functions,secrets,search,scale,reconciliation,exports";

    /** Returns the full extent, unless {@code -Dbench.quick=true} or {@code -Dbench.sections=functions,search} reduce it. */
    static Settings fromSystem() {
        Set<String> sections = Set.of(System.getProperty("bench.sections", SECTIONS).split(","));
        return Boolean.getBoolean("bench.quick")
                ? new Settings(sections, 3, 100, List.of(10_000), List.of(1, 10), Duration.ofSeconds(2), List.of(10, 100),
                        List.of(10_000, 40_000), 20_000)
                : new Settings(sections, 15, 1000, List.of(10_000, 100_000), List.of(1, 10, 50), Duration.ofSeconds(10),
                        List.of(10, 1_000, 10_000), List.of(50_000, 200_000), 500_000);
    }
}
