package io.stockroom.operations;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stockroom.runtime.LocalDynamoDb;
import java.util.Map;

/** A DynamoDB with the ledger's table, its configuration, and the settings that Lambda's environment provides for the AWS SDK. */
public final class DynamoDbResource implements QuarkusTestResourceLifecycleManager {

    private LocalDynamoDb database;
    private Map<String, String> environment;

    @Override
    public Map<String, String> start() {
        database = LocalDynamoDb.start().table("ledger");
        environment = Map.of("aws.endpointUrlDynamoDb", database.url(), "aws.region", "eu-central-1", "aws.accessKeyId", "test",
                "aws.secretAccessKey", "test");
        environment.forEach(System::setProperty);
        return Map.of("stockroom.ledger.table", "ledger");
    }

    @Override
    public void stop() {
        environment.keySet().forEach(System::clearProperty);
        database.close();
    }
}
