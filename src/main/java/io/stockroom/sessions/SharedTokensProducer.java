package io.stockroom.sessions;

import io.stockroom.altegio.InMemoryTokens;
import io.stockroom.altegio.SharedTokens;
import io.stockroom.operations.LedgerConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Selects where sessions are kept: in the ledger's table, or in this process's memory if there is none. */
class SharedTokensProducer {

    @Produces
    @ApplicationScoped
    SharedTokens sharedTokens(LedgerConfig config, Clock clock, Instance<DynamoDbClient> client) {
        return config.table().filter(table -> !table.equals(LedgerConfig.MEMORY))
                .<SharedTokens>map(table -> new DynamoDbTokens(client.get(), table, clock)).orElseGet(InMemoryTokens::new);
    }
}
