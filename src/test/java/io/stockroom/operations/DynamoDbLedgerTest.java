package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.operations.Claim.Completed;
import io.stockroom.operations.Claim.Granted;
import io.stockroom.runtime.LocalDynamoDb;
import io.stockroom.runtime.LocalTable;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbLedgerTest extends LedgerContract {

    @RegisterExtension
    static final LocalTable TABLE = new LocalTable();

    @Override
    Ledger ledger() {
        return ledger(TABLE.client(), LocalTable.NAME);
    }

    @Test
    void ofAResponseTooLargeForAnItemTheBriefOneIsRecorded() {
        assertTrue(ledger.complete(granted(claim()), Completions.of(noise(400 * 1024))));

        assertEquals(new Completed(Completions.BRIEF), claim());
    }

    /** A person writes it with the command in docs/operations.md. */
    @ParameterizedTest
    @CsvSource({"456, 456, false", "none, , true", "what?, , false"})
    void readsTheDecisionOfAPerson(String written, Long document, boolean isNone) {
        ledger.unknown(granted(claim()), clock.instant(), SearchProgress.NONE);
        TABLE.client()
                .updateItem(update -> update.tableName(LocalTable.NAME).key(Map.of("key", AttributeValue.fromS("4564#" + key.value())))
                        .updateExpression("SET decision = :decision")
                        .expressionAttributeValues(Map.of(":decision", AttributeValue.fromS(written))));

        assertEquals(new DocumentDecision(document, isNone), granted(claim()).earlier().decision());
    }

    @Test
    void aTableWithoutIndexKnowsNoDocuments() {
        TABLE.database().tableWithoutIndex("old");
        Ledger old = ledger(TABLE.client(), "old");
        old.complete(granted(old.claim(key, "payload", clock.instant().plus(LEASE))), Completions.of("done"));

        assertFalse(old.isClaimedByAnother(new IdempotencyKey(4564, "another"), 456));
    }

    @Test
    void largestResponseFitsTogetherWithLongestKey() {
        IdempotencyKey longestKey = new IdempotencyKey(Long.MAX_VALUE, "~".repeat(255));
        String response = noise(389 * 1024);

        assertTrue(ledger.complete(granted(ledger.claim(longestKey, "payload", clock.instant().plus(LEASE))),
                Completions.of(response)));

        assertEquals(new Completed(response), ledger.claim(longestKey, "payload", clock.instant().plus(LEASE)));
    }

    @Test
    void itemContainsDigestAndExpiryButNotThePayload() {
        ledger.complete(granted(claim()), Completions.of("done"));

        Map<String, AttributeValue> item = TABLE.client().getItem(get -> get.tableName(LocalTable.NAME)
                .key(Map.of("key", AttributeValue.fromS("4564#" + key.value())))).item();
        assertEquals(Set.of("key", "state", "owner", "payload", "began", "until", "answer", "expires", "document"), item.keySet());
        assertEquals("payload", item.get("payload").s());
        assertEquals(Long.toString(clock.instant().plus(TTL).getEpochSecond()), item.get("expires").n());
    }

    @Test
    void unreachableDatabaseIsReportedAsUnavailable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        try (DynamoDbClient unreachable = LocalDynamoDb.client("http://localhost:" + port)) {
            assertUnavailable(ledger(unreachable, LocalTable.NAME));
        }
    }

    @Test
    void missingTableIsReportedAsUnavailable() {
        assertUnavailable(ledger(TABLE.client(), "no-such-table"));
    }

    private void assertUnavailable(Ledger unavailable) {
        Granted claim = new Granted(key, "owner", null);

        assertThrows(LedgerUnavailableException.class, () -> unavailable.claim(key, "payload", clock.instant().plus(LEASE)));
        assertThrows(LedgerUnavailableException.class, () -> unavailable.complete(claim, Completions.of("done")));
        assertThrows(LedgerUnavailableException.class, () -> unavailable.release(claim));
        assertThrows(LedgerUnavailableException.class, () -> unavailable.unknown(claim, clock.instant(), SearchProgress.NONE));
    }

    private Ledger ledger(DynamoDbClient dynamo, String table) {
        return new DynamoDbLedger(dynamo, table, TTL, clock);
    }

    /** Returns text that compresses to this size or a few hundred bytes less. */
    private static String noise(int compressedSize) {
        byte[] bytes = new byte[compressedSize];
        new Random(7).nextBytes(bytes);
        String text = Base64.getEncoder().encodeToString(bytes);
        while (Gzip.compress(text).length > compressedSize) {
            text = text.substring(0, text.length() - 256);
        }
        return text;
    }
}
