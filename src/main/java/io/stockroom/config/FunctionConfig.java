package io.stockroom.config;

import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.stockroom.access.CallersConfig;
import io.stockroom.access.SessionConfig;
import io.stockroom.exports.ExportsConfig;
import io.stockroom.http.AccessConfig;
import io.stockroom.operations.LedgerConfig;
import io.stockroom.operations.RepeatConfig;
import io.stockroom.relay.RelayConfig;
import io.stockroom.shops.OrdersConfig;
import io.stockroom.shops.ShopsConfig;
import io.stockroom.stock.StockConfig;
import io.stockroom.webhooks.WebhooksConfig;
import java.util.Optional;

/** The function that this process runs. Validated at startup; not injected anywhere. */
@Unremovable
@ConfigMapping(prefix = "stockroom")
interface FunctionConfig {

    /**
     * The function that the process runs, by the name of its handler. Required; each function of the template sets its own. The local
     * gateway runs all functions in one process, whatever the name.
     */
    Optional<String> function();

    /** Validated here, because only some functions need it. */
    WebhooksConfig webhooks();

    /** Validated here, because only the functions that take and book orders need it. */
    OrdersConfig orders();

    /** Validated here like the settings of orders. */
    ShopsConfig shops();

    /** Validated here, because only the functions that book operations need it. */
    LedgerConfig ledger();

    AccessConfig access();

    /** Validated here, because only the functions that know the callers need it. */
    CallersConfig callers();

    /** Validated here like the callers. */
    SessionConfig session();

    /** Validated here, because only the relay needs it. */
    RelayConfig relay();

    /** Validated here, because only the function that books for callers needs it. */
    RepeatConfig repeat();

    /** Validated here, because only the functions that write exports, or check that they can, need it. */
    ExportsConfig exports();

    /** Validated here, because only the functions that announce stock need it. */
    StockConfig stock();
}
