package io.stockroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Selects the ledger: the shared one if its table is configured, otherwise one in this process's memory. */
class LedgerProducer {

    @Produces
    @ApplicationScoped
    Ledger ledger(LedgerConfig config, Clock clock, Instance<DynamoDbLedger> shared) {
        return config.table().isPresent() ? shared.get() : new InMemoryLedger(clock, config.ttl());
    }
}
