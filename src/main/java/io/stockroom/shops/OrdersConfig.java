package io.stockroom.shops;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the orders of all shops. */
@ConfigMapping(prefix = "stockroom.orders")
public interface OrdersConfig {

    /** How long a good that was found by its code is remembered. A code without a good, or with several, is looked up each time. */
    @WithDefault("PT5M")
    Duration rememberGoods();
}
