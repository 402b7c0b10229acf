package io.stockroom.runtime;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A table like the template's in a DynamoDB of its own, for the tests of a class. */
public final class LocalTable implements BeforeAllCallback, AfterAllCallback {

    public static final String NAME = "ledger";

    private LocalDynamoDb database;
    private DynamoDbClient client;

    public LocalDynamoDb database() {
        return database;
    }

    public DynamoDbClient client() {
        return client;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        database = LocalDynamoDb.start().table(NAME);
        client = database.client();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        client.close();
        database.close();
    }
}
