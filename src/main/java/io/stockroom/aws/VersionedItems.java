package io.stockroom.aws;

import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Items of the ledger's table that are replaced only by those who have seen the current version, and kept for a limited time. */
public final class VersionedItems {

    private static final String KEY = "key";
    private static final String VERSION = "version";
    private static final String WRITER = "writer";
    private static final String EXPIRES = "expires";

    private final DynamoDbClient client;
    private final String table;
    private final Duration ttl;
    private final Clock clock;

    public VersionedItems(DynamoDbClient client, String table, Duration ttl, Clock clock) {
        this.client = client;
        this.table = table;
        this.ttl = ttl;
        this.clock = clock;
    }

    /** Returns the attributes of an item; none if there is no item, or an expired one, which DynamoDB deletes only some time later. */
    public Map<String, AttributeValue> read(String key) {
        Map<String, AttributeValue> item = client.getItem(request -> request.tableName(table)
                .key(Map.of(KEY, AttributeValue.fromS(key))).consistentRead(true)).item();
        return item == null || item.isEmpty() || number(item.get(EXPIRES)) <= clock.instant().getEpochSecond() ? Map.of() : item;
    }

    /** Returns the version of an item that was read. */
    public static long version(Map<String, AttributeValue> item) {
        return number(item.get(VERSION));
    }

    /**
     * Replaces an item. Changes nothing and returns false unless its version is still the one seen.
     *
     * @param seen       0 if there was none
     * @param attributes beside the key, the version and the end
     */
    public boolean replace(String key, long seen, long next, Map<String, AttributeValue> attributes) {
        String writer = UUID.randomUUID().toString();
        Instant now = clock.instant();
        Map<String, AttributeValue> item = new HashMap<>(attributes);
        item.putAll(Map.of(KEY, AttributeValue.fromS(key), VERSION, number(next), WRITER, AttributeValue.fromS(writer),
                EXPIRES, number(now.plus(ttl).getEpochSecond())));
        try {
            client.putItem(request -> {
                request.tableName(table).item(item).returnValuesOnConditionCheckFailure(ALL_OLD);
                if (seen == 0) {
                    request.conditionExpression("attribute_not_exists(#key) OR #expires <= :now")
                            .expressionAttributeNames(Map.of("#key", KEY, "#expires", EXPIRES))
                            .expressionAttributeValues(Map.of(":now", number(now.getEpochSecond())));
                } else {
                    request.conditionExpression("#version = :seen").expressionAttributeNames(Map.of("#version", VERSION))
                            .expressionAttributeValues(Map.of(":seen", number(seen)));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException failed) {
            // A write that the client retries after a lost response fails on the item that it wrote itself.
            return failed.hasItem() && failed.item().containsKey(WRITER) && failed.item().get(WRITER).s().equals(writer);
        }
    }

    /** Returns a time as an attribute, in milliseconds. */
    public static AttributeValue millis(Instant time) {
        return number(time.toEpochMilli());
    }

    /** Returns the time of an attribute. */
    public static Instant millis(AttributeValue value) {
        return Instant.ofEpochMilli(number(value));
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static long number(AttributeValue value) {
        return Long.parseLong(value.n());
    }
}
