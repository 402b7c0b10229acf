package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.operations.Claim.Attempt;
import io.stockroom.operations.Claim.Completed;
import io.stockroom.operations.Claim.Granted;
import io.stockroom.runtime.LocalDynamoDb;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Base64;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

class DynamoDbLedgerTest extends LedgerContract {

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
    Ledger ledger() {
        return ledger(client, "ledger");
    }

    @Test
    void recordsResponseTooLargeForAnItemAsUnknownOutcome() {
        assertTrue(ledger.complete(granted(claim()), noise(400 * 1024)));

        assertEquals(new Attempt(clock.instant(), clock.instant()), granted(claim()).earlier());
    }

    @Test
    void largestResponseFitsTogetherWithLongestKey() {
        IdempotencyKey longestKey = new IdempotencyKey(Long.MAX_VALUE, "~".repeat(255));
        String response = noise(389 * 1024);

        assertTrue(ledger.complete(granted(ledger.claim(longestKey, "payload", clock.instant().plus(LEASE))), response));

        assertEquals(new Completed(response), ledger.claim(longestKey, "payload", clock.instant().plus(LEASE)));
    }

    @Test
    void itemContainsDigestAndExpiryButNotThePayload() {
        ledger.complete(granted(claim()), "done");

        Map<String, AttributeValue> item = client.getItem(get -> get.tableName("ledger")
                .key(Map.of("key", AttributeValue.fromS("4564#" + key.value())))).item();
        assertEquals(Set.of("key", "state", "owner", "payload", "began", "until", "answer", "expires"), item.keySet());
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
            assertUnavailable(ledger(unreachable, "ledger"));
        }
    }

    @Test
    void missingTableIsReportedAsUnavailable() {
        assertUnavailable(ledger(client, "no-such-table"));
    }

    private void assertUnavailable(Ledger unavailable) {
        Granted claim = new Granted(key, "owner", null);

        assertThrows(LedgerUnavailableException.class, () -> unavailable.claim(key, "payload", clock.instant().plus(LEASE)));
        assertThrows(LedgerUnavailableException.class, () -> unavailable.complete(claim, "done"));
        assertThrows(LedgerUnavailableException.class, () -> unavailable.release(claim));
        assertThrows(LedgerUnavailableException.class, () -> unavailable.unknown(claim, clock.instant()));
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
