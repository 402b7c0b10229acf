package io.stockroom.operations;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Runs one action many times concurrently. */
final class ConcurrentCallers {

    private static final int THREADS = 50;

    private ConcurrentCallers() {
    }

    /** Returns the result of each call. */
    static <T> List<T> of(int size, Callable<T> action) {
        CountDownLatch start = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<T>> results = IntStream.range(0, size).mapToObj(number -> threads.submit(() -> {
                start.countDown();
                start.await();
                return action.call();
            })).toList();
            return results.stream().map(ConcurrentCallers::result).toList();
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
