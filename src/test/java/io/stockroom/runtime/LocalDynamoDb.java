package io.stockroom.runtime;

import java.net.URI;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBRequestHandler;
import software.amazon.dynamodb.services.local.server.LocalDynamoDBServerHandler;

/** DynamoDB Local in this process, in memory, with an HTTP endpoint on a free port. */
public final class LocalDynamoDb implements AutoCloseable {

    /** Turned off, because it logs a stack trace for each failed condition. */
    private static final Logger LOG = Logger.getLogger("software.amazon.dynamodb");

    private final LocalDynamoDBRequestHandler database;
    private final Server server;

    private LocalDynamoDb(LocalDynamoDBRequestHandler database, Server server) {
        this.database = database;
        this.server = server;
    }

    @SuppressWarnings("deprecation") // LocalDynamoDBRequestHandler has no other constructor for a database in memory
    public static LocalDynamoDb start() {
        LOG.setLevel(Level.OFF);
        try {
            LocalDynamoDBRequestHandler database = new LocalDynamoDBRequestHandler(0, true, null, true);
            Server server = new Server(0);
            server.setHandler(new LocalDynamoDBServerHandler(database, null));
            server.start();
            return new LocalDynamoDb(database, server);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns the function with this endpoint instead of AWS's. */
    public Function under(Function function) {
        return function.with("AWS_ENDPOINT_URL_DYNAMODB", url());
    }

    public String url() {
        return "http://localhost:" + ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    }

    public DynamoDbClient client() {
        return client(url());
    }

    /** Returns a client for that URL, even if nothing listens there. */
    public static DynamoDbClient client(String url) {
        return DynamoDbClient.builder().endpointOverride(URI.create(url)).region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder().connectionTimeout(Duration.ofSeconds(5)))
                .overrideConfiguration(override -> override.apiCallTimeout(Duration.ofSeconds(20))
                        .retryStrategy(retry -> retry.maxAttempts(2)))
                .build();
    }

    /** Creates a table like the template's. */
    @SuppressWarnings("unchecked") // generic varargs of the SDK's builders
    public LocalDynamoDb table(String name) {
        try (DynamoDbClient client = client()) {
            client.createTable(table -> table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute -> attribute.attributeName("key").attributeType(ScalarAttributeType.S),
                            attribute -> attribute.attributeName("document").attributeType(ScalarAttributeType.S))
                    .keySchema(key -> key.attributeName("key").keyType(KeyType.HASH))
                    .globalSecondaryIndexes(index -> index.indexName("document")
                            .keySchema(key -> key.attributeName("document").keyType(KeyType.HASH))
                            .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))));
        }
        return this;
    }

    /** Creates a table like one of a stack that was deleted before the template had the index. */
    @SuppressWarnings("unchecked") // generic varargs of the SDK's builders
    public LocalDynamoDb tableWithoutIndex(String name) {
        try (DynamoDbClient client = client()) {
            client.createTable(table -> table.tableName(name).billingMode(BillingMode.PAY_PER_REQUEST)
                    .attributeDefinitions(attribute -> attribute.attributeName("key").attributeType(ScalarAttributeType.S))
                    .keySchema(key -> key.attributeName("key").keyType(KeyType.HASH)));
        }
        return this;
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            database.shutdown();
        }
    }
}
