package io.stockroom.stock;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Creates configurations in the way the functions read them. */
final class StockConfigs {

    private StockConfigs() {
    }

    static StockConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withMapping(StockConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100)).build().getConfigMapping(StockConfig.class);
    }
}
