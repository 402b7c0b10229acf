package io.stockroom.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** Settings of the ledger, the table of idempotency keys. */
@ConfigMapping(prefix = "stockroom.ledger")
public interface LedgerConfig {

    /** The value of {@link #table()} for a ledger that ends with the process. */
    String MEMORY = "memory";

    /**
     * The name of the DynamoDB table, created by the template, or {@code memory} for a ledger in this process's memory, which ends with it.
     * Required by the functions that book, export, announce stock or check the set-up. In the others, the table only shares the login of
     * all instances.
     */
    Optional<String> table();

    /** The settle time: how long after a timed-out request Altegio may still apply it. */
    @WithDefault("PT60S")
    Duration settle();

    /** How long a key is remembered. */
    @WithDefault("P7D")
    Duration ttl();
}
