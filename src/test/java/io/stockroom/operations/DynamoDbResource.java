package io.stockroom.operations;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stockroom.runtime.LocalDynamoDb;
import java.util.Map;

/** A DynamoDB with the ledger's table, and a configuration that names it. */
public final class DynamoDbResource implements QuarkusTestResourceLifecycleManager {

    private LocalDynamoDb database;

    @Override
    public Map<String, String> start() {
        database = LocalDynamoDb.start().table("ledger");
        return Map.of("stockroom.ledger.table", "ledger", "quarkus.dynamodb.endpoint-override", database.url(),
                "quarkus.dynamodb.aws.region", "eu-central-1", "quarkus.dynamodb.aws.credentials.type", "static",
                "quarkus.dynamodb.aws.credentials.static-provider.access-key-id", "test",
                "quarkus.dynamodb.aws.credentials.static-provider.secret-access-key", "test");
    }

    @Override
    public void stop() {
        database.close();
    }
}
