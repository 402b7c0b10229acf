package io.stockroom.altegio;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Configurations without a running Quarkus. */
public final class AltegioConfigs {

    private AltegioConfigs() {
    }

    public static AltegioConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withMapping(AltegioConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100)).build()
                .getConfigMapping(AltegioConfig.class);
    }
}
