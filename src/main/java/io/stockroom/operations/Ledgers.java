package io.stockroom.operations;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Which ledger it is. */
class Ledgers {

    @Produces
    @Singleton
    Ledger ledger(LedgerConfig config, Clock clock) {
        return new InMemoryLedger(clock, config.ttl());
    }
}
