package io.stockroom.operations;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;

/** Chooses the ledger: the shared one when its table is named, else this process's own. */
class Ledgers {

    @Produces
    @ApplicationScoped
    Ledger ledger(LedgerConfig config, Clock clock, Instance<DynamoDbLedger> shared) {
        return config.table().isPresent() ? shared.get() : new InMemoryLedger(clock, config.ttl());
    }
}
