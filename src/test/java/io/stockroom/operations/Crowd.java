package io.stockroom.operations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many that do the same at once. */
final class Crowd {

    private static final int AT_ONCE = 50;

    private Crowd() {
    }

    /** What came of each. */
    static <T> List<T> of(int size, Callable<T> action) {
        CountDownLatch start = new CountDownLatch(AT_ONCE);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<T>> results = IntStream.range(0, size).mapToObj(one -> threads.submit(() -> {
                start.countDown();
                start.await();
                return action.call();
            })).toList();
            return results.stream().map(Crowd::result).toList();
        } finally {
            threads.shutdownNow();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
