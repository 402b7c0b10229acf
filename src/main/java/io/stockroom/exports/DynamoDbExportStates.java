package io.stockroom.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.operations.Gzip;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;

/**
 * States as items of the ledger's table, whose keys begin with {@code export#}, and chunks of ids, whose keys begin with
 * {@code export-ids#}. They have no end: without them, the next export would begin anew.
 */
final class DynamoDbExportStates implements ExportStates {

    private static final String KEY = "key";
    private static final String IDS = "ids";
    private static final String STATE = "state";
    private static final String OWNER = "owner";
    private static final String UNTIL = "until";

    private final DynamoDbClient client;
    private final String table;
    private final ObjectMapper mapper;
    private final Clock clock;

    DynamoDbExportStates(DynamoDbClient client, String table, ObjectMapper mapper, Clock clock) {
        this.client = client;
        this.table = table;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public Optional<ExportState> claim(long location, String owner, Instant until) {
        try {
            Map<String, AttributeValue> item = client.updateItem(request -> request.tableName(table).key(key(location))
                    .updateExpression("SET #owner = :owner, #until = :until")
                    .conditionExpression("attribute_not_exists(#owner) OR #owner = :owner OR #until <= :now")
                    .expressionAttributeNames(Map.of("#owner", OWNER, "#until", UNTIL))
                    .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner), ":until", millis(until),
                            ":now", millis(clock.instant())))
                    .returnValues(ReturnValue.ALL_NEW)).attributes();
            return Optional.of(item.containsKey(STATE) ? mapper.readValue(item.get(STATE).s(), ExportState.class) : ExportState.NEW);
        } catch (ConditionalCheckFailedException claimed) {
            return Optional.empty();
        } catch (SdkException failure) {
            throw new ExportStateException(failure);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean save(long location, String owner, ExportState state, Instant until) {
        try {
            String json = mapper.writeValueAsString(state);
            client.updateItem(request -> request.tableName(table).key(key(location))
                    .updateExpression("SET #state = :state, #until = :until").conditionExpression("#owner = :owner")
                    .expressionAttributeNames(Map.of("#owner", OWNER, "#until", UNTIL, "#state", STATE))
                    .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner), ":until", millis(until),
                            ":state", AttributeValue.fromS(json))));
            return true;
        } catch (ConditionalCheckFailedException claimedByAnother) {
            return false;
        } catch (SdkException failure) {
            throw new ExportStateException(failure);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void release(long location, String owner) {
        try {
            client.updateItem(request -> request.tableName(table).key(key(location)).updateExpression("REMOVE #owner, #until")
                    .conditionExpression("#owner = :owner").expressionAttributeNames(Map.of("#owner", OWNER, "#until", UNTIL))
                    .expressionAttributeValues(Map.of(":owner", AttributeValue.fromS(owner))));
        } catch (ConditionalCheckFailedException claimedByAnother) {
            // There is nothing to release.
        } catch (SdkException failure) {
            throw new ExportStateException(failure);
        }
    }

    @Override
    public void putIds(String name, IdSet ids) {
        byte[] compressed = Gzip.compress(ids.encoded());
        call(() -> client.putItem(request -> request.tableName(table).item(
                Map.of(KEY, idsKey(name).get(KEY), IDS, AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(compressed))))));
    }

    @Override
    public IdSet ids(String name) {
        Map<String, AttributeValue> item = call(
                () -> client.getItem(request -> request.tableName(table).key(idsKey(name)).consistentRead(true))).item();
        return item == null || !item.containsKey(IDS) ? IdSet.EMPTY
                : IdSet.decoded(Gzip.decompressBytes(item.get(IDS).b().asInputStream()));
    }

    @Override
    public void deleteIds(String name) {
        call(() -> client.deleteItem(request -> request.tableName(table).key(idsKey(name))));
    }

    private static <T> T call(Supplier<T> call) {
        try {
            return call.get();
        } catch (SdkException failure) {
            throw new ExportStateException(failure);
        }
    }

    private static Map<String, AttributeValue> key(long location) {
        return Map.of(KEY, AttributeValue.fromS("export#" + location));
    }

    private static Map<String, AttributeValue> idsKey(String name) {
        return Map.of(KEY, AttributeValue.fromS("export-ids#" + name));
    }

    private static AttributeValue millis(Instant time) {
        return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
    }
}
