package io.stockroom.stock;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.runtime.LocalTable;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DynamoDbStockRecordsTest extends StockRecordsContract {

    @RegisterExtension
    static final LocalTable TABLE = new LocalTable();

    @Override
    StockRecords records(Clock time) {
        return new DynamoDbStockRecords(TABLE.client(), LocalTable.NAME, TTL, time);
    }

    @Test
    void aTableThatCannotBeReachedIsReported() {
        StockRecords missing = new DynamoDbStockRecords(TABLE.client(), "missing", TTL, clock);
        GoodKey good = new GoodKey(1, 1);

        assertThrows(StockRecordsUnavailableException.class, () -> missing.read(good));
        assertThrows(StockRecordsUnavailableException.class, () -> missing.replace(good, StockRecord.NONE, StockRecord.NONE));
    }
}
