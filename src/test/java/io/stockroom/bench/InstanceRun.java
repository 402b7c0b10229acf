package io.stockroom.bench;

import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.RuntimeResponse;
import io.stockroom.runtime.SampleEvents;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The measurements of one instance from its start to its last invocation. */
record InstanceRun(Map<Measure, Double> figures) {

    private static final String EVENT = SampleEvents.of("list-storages");

    /**
     * @param bare    milliseconds of the same number of calls to the upstream alone, to subtract from warm invocations
     * @param options for the JVM or the native executable
     */
    static InstanceRun of(Contender contender, Function function, int invocations, double[] bare, String... options) {
        Map<Measure, Double> figures = new EnumMap<>(Measure.class);
        try (Instance instance = Instance.start(contender.code(), function, options)) {
            Duration poll = instance.startToFirstPoll();
            Duration init = instance.cpuTime();
            RuntimeResponse first = invoke(instance);
            figures.put(Measure.FIRST_POLL, milliseconds(poll));
            // The event is available at the first poll, as on Lambda, so the time to submit it does not count.
            figures.put(Measure.FIRST_RESPONSE, milliseconds(poll.plus(first.duration())));
            Duration cpu = instance.cpuTime();
            figures.put(Measure.CPU, milliseconds(cpu));
            figures.put(Measure.FIRST_CALL_CPU, milliseconds(cpu.minus(init)));
            figures.put(Measure.FIRST_RSS, instance.rss() / 1e6);
            double[] warm = IntStream.range(1, invocations).mapToDouble(i -> milliseconds(invoke(instance).duration())).toArray();
            figures.put(Measure.LAST_RSS, instance.rss() / 1e6);
            figures.put(Measure.WARM_P50, above(bare, warm, 50));
            figures.put(Measure.WARM_P99, above(bare, warm, 99));
        }
        return new InstanceRun(figures);
    }

    /** Adds the time to first response at Lambda's CPU share: a full vCPU at startup, a share of one afterwards. */
    InstanceRun withSharedCpu(Contender contender, Function function, String... options) {
        try (Instance instance = Instance.start(contender.code(), function, options)) {
            Duration poll = instance.startToFirstPoll();
            if (instance.shareProcessor()) {
                figures.put(Measure.SHARED_CPU_RESPONSE, milliseconds(poll.plus(invoke(instance).duration())));
            }
        }
        return this;
    }

    private static RuntimeResponse invoke(Instance instance) {
        RuntimeResponse response = instance.invoke(EVENT);
        if (!response.succeeded() || response.json().path("statusCode").asInt() != 200) {
            throw new IllegalStateException("Unexpected response: " + response.payload() + "\n" + instance.output());
        }
        return response;
    }

    private static double above(double[] bare, double[] warm, double percent) {
        return Statistics.percentile(warm, percent) - (bare.length == 0 ? 0 : Statistics.percentile(bare, percent));
    }

    private static double milliseconds(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
