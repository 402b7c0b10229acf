package io.stockroom.bench;

import io.stockroom.runtime.Answer;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.SampleEvents;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** One execution environment from its start to its last invocation, and what it cost. */
record Life(Map<Measure, Double> figures) {

    private static final String EVENT = SampleEvents.of("list-storages");

    /** @param bare milliseconds of the same number of calls to the upstream alone, which warm invocations are freed of */
    static Life of(Contender contender, Function function, int invocations, double[] bare) {
        Map<Measure, Double> figures = new EnumMap<>(Measure.class);
        try (Instance instance = Instance.start(contender.code(), function)) {
            Duration poll = instance.startToFirstPoll();
            Duration init = instance.cpuTime();
            Answer first = invoke(instance);
            figures.put(Measure.FIRST_POLL, milliseconds(poll));
            // The event waits for the first poll, as on Lambda: how long we took to submit it does not count.
            figures.put(Measure.FIRST_ANSWER, milliseconds(poll.plus(first.duration())));
            Duration cpu = instance.cpuTime();
            figures.put(Measure.CPU, milliseconds(cpu));
            figures.put(Measure.FIRST_CALL_CPU, milliseconds(cpu.minus(init)));
            figures.put(Measure.FIRST_RESIDENT, instance.residentMemory() / 1e6);
            double[] warm = IntStream.range(1, invocations).mapToDouble(i -> milliseconds(invoke(instance).duration())).toArray();
            figures.put(Measure.LAST_RESIDENT, instance.residentMemory() / 1e6);
            figures.put(Measure.WARM_P50, above(bare, warm, 50));
            figures.put(Measure.WARM_P99, above(bare, warm, 99));
        }
        return new Life(figures);
    }

    /** The same life's first answer in an environment like Lambda's: a whole processor for the start, a share of one after it. */
    Life withShared(Contender contender, Function function) {
        try (Instance instance = Instance.start(contender.code(), function)) {
            Duration poll = instance.startToFirstPoll();
            if (instance.shareProcessor()) {
                figures.put(Measure.SHARED_ANSWER, milliseconds(poll.plus(invoke(instance).duration())));
            }
        }
        return this;
    }

    private static Answer invoke(Instance instance) {
        Answer answer = instance.invoke(EVENT);
        if (!answer.succeeded() || answer.json().path("statusCode").asInt() != 200) {
            throw new IllegalStateException("No good answer: " + answer.payload() + "\n" + instance.output());
        }
        return answer;
    }

    private static double above(double[] bare, double[] warm, double percent) {
        return Statistics.percentile(warm, percent) - (bare.length == 0 ? 0 : Statistics.percentile(bare, percent));
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
