package io.stockroom.lists;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Returns Altegio's pages in order and prefetches the following ones: first 1, then 2, 4 and more at a time, as long as they are
 * expected to fit into a limit in bytes. Each of them is expected to be as large as the largest one so far. After a page that exceeds
 * the limit, the same rows are requested in smaller pages.
 */
final class PrefetchingPages implements AutoCloseable {

    /** The source of the pages; called by several threads at once. */
    interface Source {
        List<EncodedRow> rows(int page, int count);

        /** Returns the page with the times at which it was requested and received. */
        default Page page(int number, int count) {
            long started = System.nanoTime();
            return Page.of(number, count, rows(number, count), started, System.nanoTime());
        }
    }

    private static final int MAX_DIVISOR = 9;

    private final Source source;
    private final int maxPrefetch;
    private final long maxBytes;
    private final OrderedTasks<Page> prefetched;
    private int next;
    private int count;
    private int window;
    private long largest;

    /**
     * @param maxPrefetch pages that may be prefetched at once; 0 to fetch each page only when it is read
     * @param maxBytes    how many bytes the prefetched pages may have in total
     */
    PrefetchingPages(Source source, int maxPrefetch, long maxBytes, int count) {
        this.source = source;
        this.maxPrefetch = maxPrefetch;
        this.maxBytes = maxBytes;
        this.prefetched = new OrderedTasks<>(maxPrefetch);
        restart(1, count);
    }

    /** Continues with that page and discards the prefetched ones. */
    void restart(int page, int count) {
        prefetched.discard();
        this.next = page;
        this.count = count;
        this.window = Math.min(1, maxPrefetch);
    }

    /** Returns the next page. Unless it is the last, the following ones are fetched while it is processed. */
    Page next() {
        Page page = prefetched.isEmpty() ? fetch(next++, count) : prefetched.take();
        largest = Math.max(largest, page.size());
        if (page.isFull() && page.size() > maxBytes && prefetched.isEmpty()) {
            divideFollowing(page);
        }
        if (page.isFull()) {
            window = Math.min(maxPrefetch, 2 * window);
            while (prefetched.size() < window && (prefetched.size() + 1) * largest <= maxBytes) {
                int number = next++;
                int rows = count;
                prefetched.submit(() -> fetch(number, rows));
            }
        }
        return page;
    }

    /** Divides the following pages, so that the first of the smaller ones begins where this page ends. */
    private void divideFollowing(Page page) {
        int divisor = IntStream.rangeClosed(2, MAX_DIVISOR).filter(each -> count % each == 0).findFirst().orElse(1);
        next = page.number() * divisor + 1;
        count /= divisor;
        largest = page.size() / divisor;
    }

    /** Fetches the current state of that page. */
    Page page(int number) {
        return fetch(number, count);
    }

    private Page fetch(int number, int rows) {
        return source.page(number, rows);
    }

    /** Starts no more fetches, and leaves those that are running to finish. */
    @Override
    public void close() {
        prefetched.close();
    }
}
