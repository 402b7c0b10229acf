package io.stockroom.bench;

import io.stockroom.runtime.Answer;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.SampleEvents;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What instances answered that were all kept busy for a while. */
record Load(double[] milliseconds, long errors, double seconds, long resident) {

    private static final String EVENT = SampleEvents.of("list-storages");

    static Load on(List<Instance> instances, Duration time) {
        instances.forEach(Load::invoke);
        ExecutorService threads = Executors.newFixedThreadPool(instances.size());
        Queue<Answer> answers = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        try {
            CompletableFuture.allOf(instances.stream().map(instance -> CompletableFuture.runAsync(() -> {
                while (System.nanoTime() - start < time.toNanos()) {
                    answers.add(invoke(instance));
                }
            }, threads)).toArray(CompletableFuture[]::new)).join();
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Load(answers.stream().mapToDouble(answer -> answer.duration().toNanos() / 1e6).toArray(),
                answers.stream().filter(Load::isError).count(), seconds,
                instances.stream().mapToLong(Instance::residentMemory).sum() / instances.size());
    }

    private static Answer invoke(Instance instance) {
        return instance.invoke(EVENT);
    }

    private static boolean isError(Answer answer) {
        return !answer.succeeded() || answer.json().path("statusCode").asInt() != 200;
    }
}
