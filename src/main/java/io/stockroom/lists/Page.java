package io.stockroom.lists;

import java.util.List;

/**
 * A page of Altegio's, rows that are filtered out included.
 *
 * @param count   rows of a full page
 * @param isFull  whether rows may follow; if not, it is the last
 * @param started when it was requested, after any wait for the rate limiter, by {@link System#nanoTime()}
 * @param ended   when it was received, likewise
 */
record Page(int number, int count, boolean isFull, List<EncodedRow> rows, long started, long ended) {

    /** Returns a page of a size that Altegio is known to allow, so that fewer rows are the last ones. */
    static Page of(int number, int count, List<EncodedRow> rows, long started, long ended) {
        return new Page(number, count, rows.size() >= count, rows, started, ended);
    }

    /**
     * Returns whether the page has fewer rows than requested, but some. Altegio's maximum count is unknown: these may be all rows, or
     * as many as it returns at once.
     */
    boolean isShort() {
        return !rows.isEmpty() && rows.size() < count;
    }

    /** Returns the same page as a full page of its own size, which Altegio is known to allow now. */
    Page asFull() {
        return new Page(number, rows.size(), true, rows, started, ended);
    }

    /** Returns the same page as one that rows may follow, if it has any. */
    Page asInconclusive() {
        return new Page(number, count, !rows.isEmpty(), rows, started, ended);
    }

    /** Returns the same page with only some of its rows. */
    Page with(List<EncodedRow> some) {
        return new Page(number, count, isFull, some, started, ended);
    }

    List<Long> ids() {
        return rows.stream().map(EncodedRow::id).toList();
    }

    /** Returns roughly how many bytes it took in Altegio's response. */
    long size() {
        return rows.stream().mapToLong(EncodedRow::size).sum();
    }

    /** Returns whether it was requested after that moment, and so shows a later state of Altegio. */
    boolean isAfter(long moment) {
        return started - moment >= 0;
    }
}
