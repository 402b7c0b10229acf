package io.stockroom.operations;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The ledger of operations. */
@ConfigMapping(prefix = "stockroom.ledger")
interface LedgerConfig {

    /** The name of the DynamoDB table; without one the ledger is in this process's memory and ends with it. */
    Optional<String> table();

    /** How long Altegio may still be at work on a request after we gave it up. */
    @WithDefault("PT60S")
    Duration settle();

    /** How long a key is remembered. */
    @WithDefault("P7D")
    Duration ttl();
}
