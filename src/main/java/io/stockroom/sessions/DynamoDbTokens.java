package io.stockroom.sessions;

import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import io.stockroom.altegio.SharedToken;
import io.stockroom.altegio.SharedTokens;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** Sessions as items of the ledger's table, whose keys begin with {@code session#}. */
final class DynamoDbTokens implements SharedTokens {

    /** A session that nobody renews for this long is no longer used. */
    private static final Duration TTL = Duration.ofDays(90);
    private static final String KEY = "key";
    private static final String VERSION = "version";
    private static final String WRITER = "writer";

    private final DynamoDbClient client;
    private final String table;
    private final Clock clock;

    DynamoDbTokens(DynamoDbClient client, String table, Clock clock) {
        this.client = client;
        this.table = table;
        this.clock = clock;
    }

    @Override
    public SharedToken read(String session) {
        Map<String, AttributeValue> item = client.getItem(request -> request.tableName(table)
                .key(Map.of(KEY, AttributeValue.fromS("session#" + session))).consistentRead(true)).item();
        return item == null || item.isEmpty() ? SharedToken.NONE
                : new SharedToken(number(item.get(VERSION)), item.get("token").s(), millis(item.get("leasedUntil")),
                        millis(item.get("pausedUntil")), item.get("rejection").s());
    }

    @Override
    public boolean replace(String session, SharedToken seen, SharedToken next) {
        String writer = UUID.randomUUID().toString();
        Map<String, AttributeValue> item = new HashMap<>(Map.of(KEY, AttributeValue.fromS("session#" + session),
                VERSION, number(next.version()), "token", AttributeValue.fromS(next.token()),
                "leasedUntil", number(next.leasedUntil().toEpochMilli()), "pausedUntil", number(next.pausedUntil().toEpochMilli()),
                "rejection", AttributeValue.fromS(next.rejection()), WRITER, AttributeValue.fromS(writer),
                "expires", number(clock.instant().plus(TTL).getEpochSecond())));
        try {
            client.putItem(request -> {
                request.tableName(table).item(item).returnValuesOnConditionCheckFailure(ALL_OLD);
                if (seen.version() == 0) {
                    request.conditionExpression("attribute_not_exists(#key)").expressionAttributeNames(Map.of("#key", KEY));
                } else {
                    request.conditionExpression("#version = :seen").expressionAttributeNames(Map.of("#version", VERSION))
                            .expressionAttributeValues(Map.of(":seen", number(seen.version())));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException failed) {
            // A write that the client retries after a lost response fails on the item that it wrote itself.
            return failed.hasItem() && failed.item().containsKey(WRITER) && failed.item().get(WRITER).s().equals(writer);
        }
    }

    private static AttributeValue number(long number) {
        return AttributeValue.fromN(Long.toString(number));
    }

    private static long number(AttributeValue value) {
        return Long.parseLong(value.n());
    }

    private static Instant millis(AttributeValue value) {
        return Instant.ofEpochMilli(number(value));
    }
}
