package io.stockroom.transactions;

import java.util.List;

/**
 * A page of Altegio's, rows that are filtered out included.
 *
 * @param count   rows of a full page
 * @param isFull  whether it has that many; if not, it is the last
 * @param started when it was requested, by {@link System#nanoTime()}
 * @param ended   when it was received, likewise
 */
record Page(int number, int count, boolean isFull, List<EncodedRow> rows, long started, long ended) {

    /** The page size that integrators' code gets when Altegio ignores their count. */
    private static final int DEFAULT_COUNT = 20;
    /** A limit of Altegio's is assumed to be a multiple of this. */
    private static final int LIMIT_STEP = 50;

    static Page of(int number, int count, List<EncodedRow> rows, long started, long ended) {
        return new Page(number, count, rows.size() >= count, rows, started, ended);
    }

    /** Returns whether Altegio, whose maximum count is unknown, may have reduced the page to a limit of its own. */
    boolean mayBeTruncated() {
        return !isFull && !rows.isEmpty() && (rows.size() == DEFAULT_COUNT || rows.size() % LIMIT_STEP == 0);
    }

    /** Returns the same page as a full page of the reduced size. */
    Page asTruncated() {
        return new Page(number, rows.size(), true, rows, started, ended);
    }

    /** Returns the same page with only some of its rows. */
    Page with(List<EncodedRow> some) {
        return new Page(number, count, isFull, some, started, ended);
    }

    List<Long> ids() {
        return rows.stream().map(EncodedRow::id).toList();
    }

    /** Returns whether it was requested after that moment, and so shows a later state of Altegio. */
    boolean isAfter(long moment) {
        return started - moment >= 0;
    }
}
