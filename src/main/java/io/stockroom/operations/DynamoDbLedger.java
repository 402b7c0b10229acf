package io.stockroom.operations;

import static io.stockroom.operations.LedgerEntry.State.COMPLETED;
import static io.stockroom.operations.LedgerEntry.State.IN_FLIGHT;
import static io.stockroom.operations.LedgerEntry.State.UNKNOWN;
import static software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure.ALL_OLD;

import io.stockroom.operations.Claim.Granted;
import jakarta.enterprise.inject.Typed;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** A ledger that any number of processes share: one item per key, and each change is one conditional write. */
@Singleton
@Typed(DynamoDbLedger.class)
final class DynamoDbLedger implements Ledger {

    /** An item is limited to 400 KB; the difference is for the key and the other attributes. */
    private static final int MAX_RESPONSE_BYTES = 390 * 1024;
    /** A race is lost if another request changes the record, so that the next attempt to claim it is nearly always rejected. */
    private static final int MAX_CLAIM_ATTEMPTS = 5;

    /** The attribute of the response, under the name that stored items have. */
    private static final String RESPONSE = "answer";
    /** The attribute of the operation's document, {@code <location>#<id>}, and the name of the index by it. */
    private static final String DOCUMENT = "document";
    private static final String DOCUMENT_NAME = "#document";
    /** Most of these attribute names are reserved words. */
    private static final Map<String, String> NAMES = Map.of("#key", "key", "#state", "state", "#owner", "owner", "#until", "until",
            "#response", RESPONSE, "#expires", "expires", "#progress", "progress", DOCUMENT_NAME, DOCUMENT);
    private static final String ABSENT = "attribute_not_exists(#key) OR #expires <= :now";
    private static final String OWNED = "#owner = :owner AND #expires > :now";

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

    @Override
    public Claim claim(IdempotencyKey key, String payload, Instant leaseUntil) {
        Instant now = clock.instant();
        String owner = UUID.randomUUID().toString();
        LedgerEntry seen = null;
        for (int attempt = 0; attempt < MAX_CLAIM_ATTEMPTS; attempt++) {
            Map<String, AttributeValue> found = seen == null ? put(key, owner, payload, now, leaseUntil)
                    : takeOver(key, seen, owner, now, leaseUntil);
            LedgerEntry entry = found == null ? null : entry(found, now);
            // A write that the client retries after a lost response fails on the item that it wrote itself.
            if (found == null || (entry != null && entry.owner().equals(owner))) {
                return new Granted(key, owner, seen == null ? null : seen.attempt());
            }
            Claim rejection = entry == null ? null : entry.rejection(payload, now);
            if (rejection != null) {
                return rejection;
            }
            seen = entry;
        }
        throw new LedgerUnavailableException(
                new IllegalStateException("Gave up claiming the key after " + MAX_CLAIM_ATTEMPTS + " lost races"));
    }

    @Override
    public boolean complete(Granted claim, Completion completion) {
        Instant now = clock.instant();
        Map<String, AttributeValue> values = new HashMap<>(
                Map.of(":owner", text(claim.owner()), ":now", seconds(now), ":state", text(COMPLETED),
                        ":response", AttributeValue.fromB(SdkBytes.fromByteArrayUnsafe(compressed(completion))), ":expires", expiry(now)));
        if (completion.document() != null) {
            values.put(":document", document(claim.key(), completion.document()));
        }
        return update(claim.key(), "SET #state = :state, #response = :response, #expires = :expires"
                + (completion.document() == null ? "" : ", #document = :document"), OWNED, values) == null;
    }

    private static byte[] compressed(Completion completion) {
        byte[] compressed = Gzip.compress(completion.response());
        return compressed.length <= MAX_RESPONSE_BYTES ? compressed : Gzip.compress(completion.brief());
    }

    @Override
    public boolean unknown(Granted claim, Instant ended, SearchProgress progress) {
        Instant now = clock.instant();
        return update(claim.key(), "SET #state = :state, #until = :until, #expires = :expires, #progress = :progress",
                OWNED + " AND #state <> :completed", Map.of(":owner", text(claim.owner()), ":now", seconds(now), ":state", text(UNKNOWN),
                        ":until", millis(ended), ":expires", expiry(now), ":completed", text(COMPLETED),
                        ":progress", text(progress.text()))) == null;
    }

    /** A table that was created without the index knows no documents: a candidate is then another key's only if its comments say so. */
    @Override
    public boolean isClaimedByAnother(IdempotencyKey key, long document) {
        try {
            return client.query(request -> request.tableName(table).indexName(DOCUMENT).keyConditionExpression("#document = :document")
                    .expressionAttributeNames(Map.of(DOCUMENT_NAME, DOCUMENT))
                    .expressionAttributeValues(Map.of(":document", document(key, document)))).items().stream()
                    .anyMatch(item -> !item.get("key").equals(id(key).get("key")));
        } catch (SdkException failure) {
            return false;
        }
    }

    @Override
    public boolean release(Granted claim) {
        String condition = ABSENT + " OR #owner = :owner AND #state <> :completed";
        return conditionalWrite(dynamo -> dynamo.deleteItem(request -> request.tableName(table).key(id(claim.key()))
                .conditionExpression(condition).expressionAttributeNames(names(condition)).expressionAttributeValues(Map.of(
                        ":now", seconds(clock.instant()), ":owner", text(claim.owner()), ":completed", text(COMPLETED))))) == null;
    }

    private Map<String, AttributeValue> put(IdempotencyKey key, String owner, String payload, Instant now, Instant leaseUntil) {
        Map<String, AttributeValue> item = Map.of("key", id(key).get("key"), "state", text(IN_FLIGHT), "owner", text(owner),
                "payload", text(payload), "began", millis(now), "until", millis(leaseUntil), "expires", expiry(now));
        return conditionalWrite(dynamo -> dynamo.putItem(request -> request.tableName(table).item(item).conditionExpression(ABSENT)
                .expressionAttributeNames(names(ABSENT)).expressionAttributeValues(Map.of(":now", seconds(now)))
                .returnValuesOnConditionCheckFailure(ALL_OLD)));
    }

    private Map<String, AttributeValue> takeOver(IdempotencyKey key, LedgerEntry seen, String owner, Instant now, Instant leaseUntil) {
        return update(key, "SET #state = :state, #owner = :owner, #until = :until, #expires = :expires",
                "#owner = :seenOwner AND #state = :seenState AND #until = :seenUntil", Map.of(
                        ":state", text(IN_FLIGHT), ":owner", text(owner), ":until", millis(leaseUntil), ":expires", expiry(now),
                        ":seenOwner", text(seen.owner()), ":seenState", text(seen.state()), ":seenUntil", millis(seen.until())));
    }

    private Map<String, AttributeValue> update(IdempotencyKey key, String change, String condition, Map<String, AttributeValue> values) {
        return conditionalWrite(dynamo -> dynamo.updateItem(request -> request.tableName(table).key(id(key))
                .updateExpression(change).conditionExpression(condition).expressionAttributeNames(names(change + condition))
                .expressionAttributeValues(values).returnValuesOnConditionCheckFailure(ALL_OLD)));
    }

    /** Returns the item that failed the condition, empty if there is none, or null if the write succeeded. */
    private Map<String, AttributeValue> conditionalWrite(Consumer<DynamoDbClient> write) {
        try {
            write.accept(client);
            return null;
        } catch (ConditionalCheckFailedException failed) {
            return failed.item();
        } catch (SdkException failure) {
            throw new LedgerUnavailableException(failure);
        }
    }

    /** Returns null if there is no item, or an expired one, which DynamoDB deletes only some time later. */
    private static LedgerEntry entry(Map<String, AttributeValue> item, Instant now) {
        if (item.isEmpty()) {
            return null;
        }
        AttributeValue response = item.get(RESPONSE);
        LedgerEntry entry = new LedgerEntry(LedgerEntry.State.valueOf(item.get("state").s()), item.get("owner").s(),
                item.get("payload").s(), Instant.ofEpochMilli(number(item.get("began"))), Instant.ofEpochMilli(number(item.get("until"))),
                response == null ? null : Gzip.decompress(response.b().asInputStream()),
                Instant.ofEpochSecond(number(item.get("expires"))), SearchProgress.parse(text(item.get("progress"))),
                decision(text(item.get("decision"))));
        return entry.isExpired(now) ? null : entry;
    }

    /** A person writes the decision: what cannot be read is none. */
    private static DocumentDecision decision(String text) {
        try {
            return DocumentDecision.parse(text);
        } catch (NumberFormatException e) {
            return DocumentDecision.OPEN;
        }
    }

    private static Map<String, AttributeValue> id(IdempotencyKey key) {
        return Map.of("key", text(key.scope() + "#" + key.value()));
    }

    private static AttributeValue document(IdempotencyKey key, long document) {
        return text(key.location() + "#" + document);
    }

    private static String text(AttributeValue value) {
        return value == null ? null : value.s();
    }

    /** Returns the names that the expression uses; DynamoDB rejects any others. */
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
