package io.stockroom.stock;

/**
 * Keeps the records of goods. Any number of processes may share them. Each method throws {@link StockRecordsUnavailableException} if they
 * cannot be reached.
 */
interface StockRecords {

    /** Returns the current record; {@link StockRecord#NONE} if there is none, or an expired one. */
    StockRecord read(GoodKey good);

    /** Replaces a record, with an end to how long it is kept. Changes nothing and returns false unless the current one is still the one seen. */
    boolean replace(GoodKey good, StockRecord seen, StockRecord next);
}
