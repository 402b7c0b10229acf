package io.stockroom.sessions;

import io.stockroom.altegio.SharedTokens;
import io.stockroom.altegio.SharedTokensContract;
import io.stockroom.runtime.LocalDynamoDb;
import java.time.Clock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbTokensTest extends SharedTokensContract {

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
    protected SharedTokens tokens() {
        return new DynamoDbTokens(client, "ledger", Clock.systemUTC());
    }
}
