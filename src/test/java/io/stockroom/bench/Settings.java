package io.stockroom.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * The extent of a run.
 *
 * @param sections    any of {@code functions}, {@code secrets}, {@code search}, {@code scale} and {@code reconciliation}
 * @param rounds      starts of each contender per upstream
 * @param invocations of each instance
 * @param rows        sizes of exports
 * @param instances   numbers of concurrent instances
 * @param load        how long those are invoked
 * @param documents   numbers of other documents among which an operation is searched for
 */
record Settings(Set<String> sections, int rounds, int invocations, List<Integer> rows, List<Integer> instances, Duration load,
        List<Integer> documents) {

    /** Returns the full extent, unless {@code -Dbench.quick=true} or {@code -Dbench.sections=functions,search} reduce it. */
    static Settings fromSystem() {
        Set<String> sections = Set.of(System.getProperty("bench.sections", "functions,secrets,search,scale,reconciliation").split(","));
        return Boolean.getBoolean("bench.quick")
                ? new Settings(sections, 3, 100, List.of(10_000), List.of(1, 10), Duration.ofSeconds(2), List.of(10, 100))
                : new Settings(sections, 15, 1000, List.of(10_000, 100_000), List.of(1, 10, 50), Duration.ofSeconds(10),
                        List.of(10, 1_000, 10_000));
    }
}
