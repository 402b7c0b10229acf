package io.stockroom.stock;

import java.time.Clock;

class InMemoryStockRecordsTest extends StockRecordsContract {

    private InMemoryStockRecords shared;

    /** All instances of a test share the memory, and the time of the first one. */
    @Override
    synchronized StockRecords records(Clock time) {
        if (shared == null) {
            shared = new InMemoryStockRecords(TTL, time);
        }
        return shared;
    }
}
