package io.stockroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Selects the ledger: the shared one, or one in this process's memory if that is configured explicitly. */
class LedgerProducer {

    @Produces
    @ApplicationScoped
    Ledger ledger(LedgerConfig config, Clock clock, Instance<DynamoDbLedger> shared) {
        return config.table().filter(LedgerConfig.MEMORY::equals).isPresent() ? new InMemoryLedger(clock, config.ttl()) : shared.get();
    }
}
