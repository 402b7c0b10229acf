package io.stockroom.stock;

import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Records as items of the ledger's table, whose keys are {@code stock#<location>#<good>}. */
final class DynamoDbStockRecords implements StockRecords {

    private static final String KEY = "key";
    private static final String VERSION = "version";
    private static final String WRITER = "writer";
    private static final String EXPIRES = "expires";

    private final DynamoDbClient client;
    private final String table;
    private final Duration ttl;
    private final Clock clock;

    DynamoDbStockRecords(DynamoDbClient client, String table, Duration ttl, Clock clock) {
        this.client = client;
        this.table = table;
        this.ttl = ttl;
        this.clock = clock;
    }

    @Override
    public StockRecord read(GoodKey good) {
        try {
            Map<String, AttributeValue> item = client.getItem(request -> request.tableName(table)
                    .key(Map.of(KEY, key(good))).consistentRead(true)).item();
            return item == null || item.isEmpty() || number(item.get(EXPIRES)) <= clock.instant().getEpochSecond() ? StockRecord.NONE
                    : new StockRecord(number(item.get(VERSION)), millis(item.get("asOf")), millis(item.get("looked")),
                            millis(item.get("leasedUntil")), item.get("announced").s());
        } catch (SdkException failure) {
            throw new StockRecordsUnavailableException(failure);
        }
    }

    @Override
    public boolean replace(GoodKey good, StockRecord seen, StockRecord next) {
        String writer = UUID.randomUUID().toString();
        Map<String, AttributeValue> item = Map.of(KEY, key(good), VERSION, number(next.version()), "asOf", millis(next.asOf()),
                "looked", millis(next.looked()), "leasedUntil", millis(next.leasedUntil()),
                "announced", AttributeValue.fromS(next.announced()), WRITER, AttributeValue.fromS(writer),
                EXPIRES, number(clock.instant().plus(ttl).getEpochSecond()));
        try {
            client.putItem(request -> {
                request.tableName(table).item(item).returnValuesOnConditionCheckFailure(ALL_OLD);
                if (seen.version() == 0) {
                    request.conditionExpression("attribute_not_exists(#key) OR #expires <= :now")
                            .expressionAttributeNames(Map.of("#key", KEY, "#expires", EXPIRES))
                            .expressionAttributeValues(Map.of(":now", number(clock.instant().getEpochSecond())));
                } else {
                    request.conditionExpression("#version = :seen").expressionAttributeNames(Map.of("#version", VERSION))
                            .expressionAttributeValues(Map.of(":seen", number(seen.version())));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException failed) {
            // A write that the client retries after a lost response fails on the item that it wrote itself.
            return failed.hasItem() && failed.item().containsKey(WRITER) && failed.item().get(WRITER).s().equals(writer);
        } catch (SdkException failure) {
            throw new StockRecordsUnavailableException(failure);
        }
    }

    private static AttributeValue key(GoodKey good) {
        return AttributeValue.fromS("stock#" + good.location() + "#" + good.id());
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static long number(AttributeValue value) {
        return Long.parseLong(value.n());
    }

    private static AttributeValue millis(Instant time) {
        return number(time.toEpochMilli());
    }

    private static Instant millis(AttributeValue value) {
        return Instant.ofEpochMilli(number(value));
    }
}
