package io.stockroom.stock;

import io.stockroom.aws.VersionedItems;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Records as items of the ledger's table, whose keys are {@code stock#<location>#<good>}. */
final class DynamoDbStockRecords implements StockRecords {

    private final VersionedItems items;

    DynamoDbStockRecords(DynamoDbClient client, String table, Duration ttl, Clock clock) {
        this.items = new VersionedItems(client, table, ttl, clock);
    }

    @Override
    public StockRecord read(GoodKey good) {
        Map<String, AttributeValue> item = available(() -> items.read(key(good)));
        return item.isEmpty() ? StockRecord.NONE
                : new StockRecord(VersionedItems.version(item), VersionedItems.millis(item.get("asOf")),
                        VersionedItems.millis(item.get("looked")), VersionedItems.millis(item.get("leasedUntil")),
                        item.get("announced").s());
    }

    @Override
    public boolean replace(GoodKey good, StockRecord seen, StockRecord next) {
        return available(() -> items.replace(key(good), seen.version(), next.version(), Map.of("asOf", VersionedItems.millis(next.asOf()),
                "looked", VersionedItems.millis(next.looked()), "leasedUntil", VersionedItems.millis(next.leasedUntil()),
                "announced", AttributeValue.fromS(next.announced()))));
    }

    private static <T> T available(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw new StockRecordsUnavailableException(failure);
        }
    }

    private static String key(GoodKey good) {
        return "stock#" + good.location() + "#" + good.id();
    }
}
