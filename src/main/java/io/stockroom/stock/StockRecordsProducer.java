package io.stockroom.stock;

import io.stockroom.operations.LedgerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Selects where the records are kept: in the ledger's table, or in this process's memory if that is configured explicitly. */
class StockRecordsProducer {

    @Produces
    @ApplicationScoped
    StockRecords records(LedgerConfig ledger, StockConfig config, Clock clock, Instance<DynamoDbClient> client) {
        return ledger.table().filter(LedgerConfig.MEMORY::equals).isPresent() ? new InMemoryStockRecords(config.remember(), clock)
                : new DynamoDbStockRecords(client.get(), ledger.table().orElseThrow(), config.remember(), clock);
    }
}
