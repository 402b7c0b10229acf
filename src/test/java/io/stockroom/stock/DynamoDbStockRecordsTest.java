package io.stockroom.stock;

import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.runtime.LocalDynamoDb;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbStockRecordsTest extends StockRecordsContract {

    private static LocalDynamoDb database;
    private static DynamoDbClient client;

    @BeforeAll
    static void startDatabase() {
        database = LocalDynamoDb.start().table("ledger");
        client = database.client();
    }

    @AfterAll
    static void stopDatabase() {
        client.close();
        database.close();
    }

    @Override
    StockRecords records(Clock time) {
        return new DynamoDbStockRecords(client, "ledger", TTL, time);
    }

    @Test
    void aTableThatCannotBeReachedIsReported() {
        StockRecords missing = new DynamoDbStockRecords(client, "missing", TTL, clock);
        GoodKey good = new GoodKey(1, 1);

        assertThrows(StockRecordsUnavailableException.class, () -> missing.read(good));
        assertThrows(StockRecordsUnavailableException.class, () -> missing.replace(good, StockRecord.NONE, StockRecord.NONE));
    }
}
