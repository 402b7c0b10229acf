package io.stockroom.sessions;

import io.stockroom.altegio.SharedToken;
import io.stockroom.altegio.SharedTokens;
import io.stockroom.aws.VersionedItems;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Sessions as items of the ledger's table, whose keys begin with {@code session#}. */
final class DynamoDbTokens implements SharedTokens {

    /** A session that nobody renews for this long is no longer used. */
    private static final Duration TTL = Duration.ofDays(90);
    private static final String PREFIX = "session#";

    private final VersionedItems items;

    DynamoDbTokens(DynamoDbClient client, String table, Clock clock) {
        this.items = new VersionedItems(client, table, TTL, clock);
    }

    @Override
    public SharedToken read(String session) {
        Map<String, AttributeValue> item = items.read(PREFIX + session);
        return item.isEmpty() ? SharedToken.NONE
                : new SharedToken(VersionedItems.version(item), item.get("token").s(), VersionedItems.millis(item.get("leasedUntil")),
                        VersionedItems.millis(item.get("pausedUntil")), item.get("rejection").s());
    }

    @Override
    public boolean replace(String session, SharedToken seen, SharedToken next) {
        return items.replace(PREFIX + session, seen.version(), next.version(), Map.of("token", AttributeValue.fromS(next.token()),
                "leasedUntil", VersionedItems.millis(next.leasedUntil()), "pausedUntil", VersionedItems.millis(next.pausedUntil()),
                "rejection", AttributeValue.fromS(next.rejection())));
    }
}
