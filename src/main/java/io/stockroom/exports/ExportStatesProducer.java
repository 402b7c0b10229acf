package io.stockroom.exports;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.operations.LedgerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Selects where states are kept: in the ledger's table, or in this process's memory if there is none. */
class ExportStatesProducer {

    @Produces
    @ApplicationScoped
    ExportStates exportStates(LedgerConfig config, ObjectMapper mapper, Clock clock, Instance<DynamoDbClient> client) {
        return config.table().filter(table -> !table.equals(LedgerConfig.MEMORY))
                .<ExportStates>map(table -> new DynamoDbExportStates(client.get(), table, mapper, clock))
                .orElseGet(() -> new InMemoryExportStates(clock));
    }
}
