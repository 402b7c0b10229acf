package io.stockroom.exports;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Creates configurations of exports in the way the functions read them. */
final class ExportsConfigs {

    private ExportsConfigs() {
    }

    static ExportsConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withMapping(ExportsConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100)).build().getConfigMapping(ExportsConfig.class);
    }
}
