package io.stockroom.bench;

import io.stockroom.runtime.Instance;
import io.stockroom.runtime.RuntimeResponse;
import io.stockroom.runtime.SampleEvents;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The result of invoking instances concurrently, each without a pause. */
record Load(double[] milliseconds, long errors, double seconds, long rss) {

    private static final String EVENT = SampleEvents.of("list-storages");

    static Load on(List<Instance> instances, Duration time) {
        instances.forEach(Load::invoke);
        ExecutorService threads = Executors.newFixedThreadPool(instances.size());
        Queue<RuntimeResponse> responses = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        try {
            CompletableFuture.allOf(instances.stream().map(instance -> CompletableFuture.runAsync(() -> {
                while (System.nanoTime() - start < time.toNanos()) {
                    responses.add(invoke(instance));
                }
            }, threads)).toArray(CompletableFuture[]::new)).join();
        } finally {
            threads.shutdownNow();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        return new Load(responses.stream().mapToDouble(response -> response.duration().toNanos() / 1e6).toArray(),
                responses.stream().filter(Load::isError).count(), seconds,
                instances.stream().mapToLong(Instance::rss).sum() / instances.size());
    }

    private static RuntimeResponse invoke(Instance instance) {
        return instance.invoke(EVENT);
    }

    private static boolean isError(RuntimeResponse response) {
        return !response.succeeded() || response.json().path("statusCode").asInt() != 200;
    }
}
