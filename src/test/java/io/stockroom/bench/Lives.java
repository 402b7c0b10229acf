package io.stockroom.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The lives of all contenders with one upstream, in rounds: what disturbs the machine meets all of them alike. */
final class Lives {

    private final Map<Contender, List<Life>> lives = new LinkedHashMap<>();

    void add(Contender contender, Life life) {
        lives.computeIfAbsent(contender, first -> new ArrayList<>()).add(life);
    }

    List<Contender> contenders() {
        return List.copyOf(lives.keySet());
    }

    boolean has(Measure measure) {
        return lives.values().stream().flatMap(List::stream).allMatch(life -> life.figures().containsKey(measure));
    }

    Statistics of(Contender contender, Measure measure) {
        return Statistics.of(values(contender, measure));
    }

    /** How many times the first contender's figure, round by round; none where that one is not above zero. */
    Optional<Statistics> ratio(Contender contender, Measure measure) {
        List<Double> ours = values(contenders().get(0), measure);
        List<Double> theirs = values(contender, measure);
        List<Double> ratios = IntStream.range(0, ours.size()).filter(round -> ours.get(round) > 0)
                .mapToObj(round -> theirs.get(round) / ours.get(round)).toList();
        return ratios.isEmpty() ? Optional.empty() : Optional.of(Statistics.of(ratios));
    }

    private List<Double> values(Contender contender, Measure measure) {
        return lives.get(contender).stream().map(life -> life.figures().get(measure)).toList();
    }
}
