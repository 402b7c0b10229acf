package io.stockroom.webhooks;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** Creates webhook configurations in the way the functions read them. */
final class WebhooksConfigs {

    private WebhooksConfigs() {
    }

    static WebhooksConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withMapping(WebhooksConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100)).build().getConfigMapping(WebhooksConfig.class);
    }
}
