package io.stockroom.stock;

import java.time.Instant;

/**
 * What is remembered of a good between two looks at it.
 *
 * @param version     grows with each change; 0 if there is no record
 * @param asOf        when the newest look began, whether it has ended or not
 * @param looked      when the newest look began that has ended: as of then, everything was announced
 * @param leasedUntil until when nobody but the owner of the newest look may look at the good
 * @param announced   the stock that was announced last, as JSON; empty if that is not certain
 */
record StockRecord(long version, Instant asOf, Instant looked, Instant leasedUntil, String announced) {

    static final StockRecord NONE = new StockRecord(0, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, "");

    /** Returns the record of a look that begins: until it has ended, it is not known what was announced last. */
    StockRecord leased(Instant lookedAt, Instant until) {
        return new StockRecord(version + 1, lookedAt, looked, until, "");
    }

    /** Returns the record of the look that began with this one, after everything was announced. */
    StockRecord ended(String stock) {
        return new StockRecord(version + 1, asOf, asOf, Instant.EPOCH, stock);
    }

    /** Returns the record of the look that began with this one, after it has failed. */
    StockRecord failed(String stock) {
        return new StockRecord(version + 1, asOf, looked, Instant.EPOCH, stock);
    }
}
