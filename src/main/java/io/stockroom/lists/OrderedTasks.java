package io.stockroom.lists;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs tasks in threads of its own, and returns their results in the order in which the tasks were submitted. */
public final class OrderedTasks<T> implements AutoCloseable {

    private final int maxThreads;
    private final Deque<Future<T>> running = new ArrayDeque<>();
    private ExecutorService threads;

    public OrderedTasks(int maxThreads) {
        this.maxThreads = maxThreads;
    }

    public void submit(Callable<T> task) {
        if (threads == null) {
            threads = Executors.newFixedThreadPool(maxThreads, runnable -> {
                Thread thread = new Thread(runnable, "pages");
                thread.setDaemon(true);
                return thread;
            });
        }
        running.add(threads.submit(task));
    }

    /** Returns how many results have not been taken yet. */
    public int size() {
        return running.size();
    }

    public boolean isEmpty() {
        return running.isEmpty();
    }

    /** Returns the next result, or throws the exception of its task. */
    public T take() {
        try {
            return running.removeFirst().get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Starts no more tasks of those that were submitted, and leaves those that are running to finish. */
    public void discard() {
        running.forEach(task -> task.cancel(false));
        running.clear();
    }

    @Override
    public void close() {
        discard();
        if (threads != null) {
            threads.shutdown();
        }
    }
}
