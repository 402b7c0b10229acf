package io.stockroom.transactions;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Altegio's pages one after the other, fetched ahead of their reader: 1, 2, 4 and more at a time the further it reads. */
final class Pages implements AutoCloseable {

    /** Where pages come from; asked by several threads at once. */
    interface Source {
        List<EncodedRow> rows(int page, int count);
    }

    private final Source source;
    private final int most;
    private final Deque<Future<Page>> ahead = new ArrayDeque<>();
    private ExecutorService threads;
    private int next;
    private int count;
    private int window;

    /** @param most pages that may be on their way at once; 0 to fetch no page before it is asked for */
    Pages(Source source, int most, int count) {
        this.source = source;
        this.most = most;
        restart(1, count);
    }

    /** Goes on with that page, and gives up what was fetched ahead. */
    void restart(int page, int count) {
        ahead.forEach(fetch -> fetch.cancel(false));
        ahead.clear();
        this.next = page;
        this.count = count;
        this.window = Math.min(1, most);
    }

    /** The next page. While nobody looks at it, the ones after it are on their way, unless it is the last. */
    Page next() {
        Page page = ahead.isEmpty() ? fetch(next++, count) : await(ahead.removeFirst());
        if (page.isFull()) {
            window = Math.min(most, 2 * window);
            while (ahead.size() < window) {
                int number = next++;
                int rows = count;
                ahead.add(threads().submit(() -> fetch(number, rows)));
            }
        }
        return page;
    }

    /** That page as it is now. */
    Page page(int number) {
        return fetch(number, count);
    }

    private Page fetch(int number, int rows) {
        long started = System.nanoTime();
        return Page.of(number, rows, source.rows(number, rows), started, System.nanoTime());
    }

    private static Page await(Future<Page> fetch) {
        try {
            return fetch.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private ExecutorService threads() {
        if (threads == null) {
            threads = Executors.newFixedThreadPool(most, task -> {
                Thread thread = new Thread(task, "pages");
                thread.setDaemon(true);
                return thread;
            });
        }
        return threads;
    }

    /** Leaves what is on its way to end by itself, and starts nothing more. */
    @Override
    public void close() {
        restart(next, count);
        if (threads != null) {
            threads.shutdown();
        }
    }
}
