package io.stockroom.operations;

import static io.stockroom.operations.Entry.State.COMPLETED;
import static io.stockroom.operations.Entry.State.IN_FLIGHT;
import static io.stockroom.operations.Entry.State.UNKNOWN;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import io.stockroom.aws.AwsClients;
import io.stockroom.operations.Claim.Granted;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A ledger that any number of processes share: one item a key, and each change of it one conditional write. */
@Singleton
@Typed(DynamoDbLedger.class)
final class DynamoDbLedger implements Ledger {

    /** An item holds 400 KB; what this leaves is for the key and the other attributes. */
    private static final int LARGEST_ANSWER = 390 * 1024;
    /** A lost race is a record that somebody else has changed, so that the next look nearly always ends in a refusal. */
    private static final int LOOKS = 5;
    private static final Duration CALL = Duration.ofSeconds(3);

    /** Most of these are reserved words. */
    private static final Map<String, String> NAMES = Map.of("#k", "key", "#s", "state", "#o", "owner", "#u", "until",
            "#a", "answer", "#e", "expires");
    private static final String ABSENT = "attribute_not_exists(#k) OR #e <= :now";
    private static final String OURS = "#o = :o AND #e > :now";

    private final DynamoDbClient client;
    private final String table;
    private final Duration ttl;
    private final Clock clock;

    @Inject
    DynamoDbLedger(DynamoDbClient client, LedgerConfig config, Clock clock) {
        this(client, config.table().orElseThrow(), config.ttl(), clock);
    }

    DynamoDbLedger(DynamoDbClient client, String table, Duration ttl, Clock clock) {
        this.client = client;
        this.table = table;
        this.ttl = ttl;
        this.clock = clock;
    }

    /** Made when it is first used: most functions of the executable never need it. */
    @Produces
    @ApplicationScoped
    static DynamoDbClient client() {
        return AwsClients.build(DynamoDbClient.builder(), CALL);
    }

    @Override
    public Claim claim(Key key, String payload, Instant leaseUntil) {
        Instant now = clock.instant();
        String owner = UUID.randomUUID().toString();
        Entry seen = null;
        for (int look = 0; look < LOOKS; look++) {
            Map<String, AttributeValue> found = seen == null ? put(key, owner, payload, now, leaseUntil)
                    : takeOver(key, seen, owner, now, leaseUntil);
            Entry entry = found == null ? null : entry(found, now);
            // A write that the client repeats, because its answer was lost, is refused by what it wrote itself.
            if (found == null || entry != null && entry.owner().equals(owner)) {
                return new Granted(key, owner, seen == null ? null : seen.attempt());
            }
            Claim refusal = entry == null ? null : entry.refusal(payload, now);
            if (refusal != null) {
                return refusal;
            }
            seen = entry;
        }
        throw new LedgerUnavailable(new IllegalStateException("Lost " + LOOKS + " races for one key"));
    }

    @Override
    public boolean complete(Granted claim, String answer) {
        byte[] packed = Packing.pack(answer);
        if (packed.length > LARGEST_ANSWER) {
            // Without its answer the operation is looked for again, as one whose answer was lost.
            return unknown(claim, clock.instant());
        }
        Instant now = clock.instant();
        return update(claim.key(), "SET #s = :s, #a = :a, #e = :e", OURS, Map.of(":o", text(claim.owner()), ":now", seconds(now),
                ":s", text(COMPLETED), ":a", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(packed)), ":e", expiry(now))) == null;
    }

    @Override
    public boolean unknown(Granted claim, Instant ended) {
        Instant now = clock.instant();
        return update(claim.key(), "SET #s = :s, #u = :u, #e = :e", OURS + " AND #s <> :c", Map.of(":o", text(claim.owner()),
                ":now", seconds(now), ":s", text(UNKNOWN), ":u", millis(ended), ":e", expiry(now), ":c", text(COMPLETED))) == null;
    }

    @Override
    public boolean release(Granted claim) {
        String condition = ABSENT + " OR #o = :o AND #s <> :c";
        return obstacle(dynamo -> dynamo.deleteItem(request -> request.tableName(table).key(id(claim.key()))
                .conditionExpression(condition).expressionAttributeNames(names(condition)).expressionAttributeValues(Map.of(
                        ":now", seconds(clock.instant()), ":o", text(claim.owner()), ":c", text(COMPLETED))))) == null;
    }

    private Map<String, AttributeValue> put(Key key, String owner, String payload, Instant now, Instant leaseUntil) {
        Map<String, AttributeValue> item = Map.of("key", id(key).get("key"), "state", text(IN_FLIGHT), "owner", text(owner),
                "payload", text(payload), "began", millis(now), "until", millis(leaseUntil), "expires", expiry(now));
        return obstacle(dynamo -> dynamo.putItem(request -> request.tableName(table).item(item).conditionExpression(ABSENT)
                .expressionAttributeNames(names(ABSENT)).expressionAttributeValues(Map.of(":now", seconds(now)))
                .returnValuesOnConditionCheckFailure(ALL_OLD)));
    }

    private Map<String, AttributeValue> takeOver(Key key, Entry seen, String owner, Instant now, Instant leaseUntil) {
        return update(key, "SET #s = :s, #o = :o, #u = :u, #e = :e", "#o = :seenO AND #s = :seenS AND #u = :seenU", Map.of(
                ":s", text(IN_FLIGHT), ":o", text(owner), ":u", millis(leaseUntil), ":e", expiry(now),
                ":seenO", text(seen.owner()), ":seenS", text(seen.state()), ":seenU", millis(seen.until())));
    }

    private Map<String, AttributeValue> update(Key key, String change, String condition, Map<String, AttributeValue> values) {
        return obstacle(dynamo -> dynamo.updateItem(request -> request.tableName(table).key(id(key))
                .updateExpression(change).conditionExpression(condition).expressionAttributeNames(names(change + condition))
                .expressionAttributeValues(values).returnValuesOnConditionCheckFailure(ALL_OLD)));
    }

    /** The item that a conditional write found in its way, empty when there is none; null when it was written. */
    private Map<String, AttributeValue> obstacle(Consumer<DynamoDbClient> write) {
        try {
            write.accept(client);
            return null;
        } catch (ConditionalCheckFailedException refused) {
            return refused.item();
        } catch (SdkException failure) {
            throw new LedgerUnavailable(failure);
        }
    }

    /** Null when there is none: DynamoDB deletes an expired item when it finds the time. */
    private static Entry entry(Map<String, AttributeValue> item, Instant now) {
        if (item.isEmpty()) {
            return null;
        }
        AttributeValue answer = item.get("answer");
        Entry entry = new Entry(Entry.State.valueOf(item.get("state").s()), item.get("owner").s(), item.get("payload").s(),
                Instant.ofEpochMilli(number(item.get("began"))), Instant.ofEpochMilli(number(item.get("until"))),
                answer == null ? null : Packing.unpack(answer.b().asInputStream()), Instant.ofEpochSecond(number(item.get("expires"))));
        return entry.isExpired(now) ? null : entry;
    }

    private static Map<String, AttributeValue> id(Key key) {
        return Map.of("key", text(key.location() + "#" + key.value()));
    }

    /** DynamoDB refuses names that the expression doesn't use. */
    private static Map<String, String> names(String expression) {
        return NAMES.entrySet().stream().filter(name -> expression.contains(name.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static AttributeValue text(Object value) {
        return AttributeValue.fromS(value.toString());
    }

    private static AttributeValue millis(Instant time) {
        return AttributeValue.fromN(Long.toString(time.toEpochMilli()));
    }

    private static AttributeValue seconds(Instant time) {
        return AttributeValue.fromN(Long.toString(time.getEpochSecond()));
    }

    private AttributeValue expiry(Instant now) {
        return seconds(now.plus(ttl));
    }

    private static long number(AttributeValue value) {
        return Long.parseLong(value.n());
    }
}
