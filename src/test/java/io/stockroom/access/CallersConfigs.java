package io.stockroom.access;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Creates configurations of callers. */
final class CallersConfigs {

    static final String SHOP_KEY = "8f3kq0zv5m1x7c2n9b4d";
    static final String TILL_KEY = "t1ll-0000-2222-abcdefgh";

    /** A shop that logs in, and may do everything at one location; a till that only books, at two. */
    static final Map<String, String> SHOP_AND_TILL = Map.of("stockroom.callers.shop.key", SHOP_KEY,
            "stockroom.callers.shop.login", "shop@example.com", "stockroom.callers.shop.password", "pa$$word ☕",
            "stockroom.callers.shop.locations", "4564", "stockroom.callers.shop.may", "read,book",
            "stockroom.callers.till.key", TILL_KEY, "stockroom.callers.till.locations", "4564, 4565",
            "stockroom.callers.till.may", "book");

    private CallersConfigs() {
    }

    static CallersConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withMapping(CallersConfig.class).withSources(new PropertiesConfigSource(values, "test", 100))
                .build().getConfigMapping(CallersConfig.class);
    }
}
