package io.stockroom.transactions;

import java.util.List;

/**
 * A page of Altegio's, filtered out rows included.
 *
 * @param count   rows that a full page has
 * @param isFull  whether it had as many: if not, it is the last
 * @param started when it was asked for, and {@code ended} when it was there, by {@link System#nanoTime()}
 */
record Page(int number, int count, boolean isFull, List<EncodedRow> rows, long started, long ended) {

    /** The page that integrators' code gets when Altegio does not care for their count. */
    private static final int DEFAULT = 20;
    /** Limits are round numbers. */
    private static final int ROUND = 50;

    static Page of(int number, int count, List<EncodedRow> rows, long started, long ended) {
        return new Page(number, count, rows.size() >= count, rows, started, ended);
    }

    /** Whether Altegio, whose largest count is not known, may have cut it to a limit of its own. */
    boolean mayBeCut() {
        return !isFull && !rows.isEmpty() && (rows.size() == DEFAULT || rows.size() % ROUND == 0);
    }

    /** The same page when that was so. */
    Page cut() {
        return new Page(number, rows.size(), true, rows, started, ended);
    }

    /** The same page with some of its rows. */
    Page with(List<EncodedRow> some) {
        return new Page(number, count, isFull, some, started, ended);
    }

    List<Long> ids() {
        return rows.stream().map(EncodedRow::id).toList();
    }

    /** Whether it shows Altegio as it was after that moment. */
    boolean isAfter(long moment) {
        return started - moment >= 0;
    }
}
