package io.stockroom.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.stockroom.runtime.LocalDynamoDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

class DynamoDbExportStatesTest extends ExportStatesContract {

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
    protected ExportStates create() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
        return new DynamoDbExportStates(client, "ledger", mapper, clock);
    }
}
