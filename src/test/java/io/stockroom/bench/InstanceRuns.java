package io.stockroom.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The runs of all contenders with one upstream, by round, so that what slows down the machine affects all of them. */
final class InstanceRuns {

    private final Map<Contender, List<InstanceRun>> runs = new LinkedHashMap<>();

    void add(Contender contender, InstanceRun run) {
        runs.computeIfAbsent(contender, first -> new ArrayList<>()).add(run);
    }

    List<Contender> contenders() {
        return List.copyOf(runs.keySet());
    }

    boolean has(Measure measure) {
        return runs.values().stream().flatMap(List::stream).allMatch(run -> run.figures().containsKey(measure));
    }

    Statistics of(Contender contender, Measure measure) {
        return Statistics.of(values(contender, measure));
    }

    /** Returns the ratio to the first contender's value, per round. Skips rounds in which that is not above zero; empty if none is. */
    Optional<Statistics> ratio(Contender contender, Measure measure) {
        List<Double> baseline = values(contenders().get(0), measure);
        List<Double> values = values(contender, measure);
        List<Double> ratios = IntStream.range(0, baseline.size()).filter(round -> baseline.get(round) > 0)
                .mapToObj(round -> values.get(round) / baseline.get(round)).toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Statistics.of(ratios));
    }

    private List<Double> values(Contender contender, Measure measure) {
        return runs.get(contender).stream().map(run -> run.figures().get(measure)).toList();
    }
}
