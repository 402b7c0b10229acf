package io.stockroom.altegio;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Configurations without a running Quarkus, and what is made of them. */
public final class AltegioConfigs {

    private AltegioConfigs() {
    }

    public static AltegioConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withMapping(AltegioConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100)).build()
                .getConfigMapping(AltegioConfig.class);
    }

    /** With the limits off and short delays, unless the settings say otherwise. */
    static AltegioConfig quick(Map<String, String> settings) {
        Map<String, String> values = new HashMap<>(Map.of("altegio.url", "http://localhost", "altegio.partner-token", "sandbox-partner",
                "altegio.login", "sandbox@example.com", "altegio.password", "sandbox", "altegio.rate.per-second", "0",
                "altegio.rate.per-minute", "0", "altegio.retry.first-delay", "PT0.02S", "altegio.timeout", "PT2S",
                "altegio.breaker.failures", "0"));
        values.putAll(settings);
        return of(values);
    }

    static Altegio altegio(AltegioV1 v1, AltegioV1Posts posts, Map<String, String> settings, Clock clock) {
        AltegioConfig config = quick(settings);
        return new Altegio(v1, posts, config, new Session(config, clock), new Retry(config),
                new Wire(new Breaker(config, clock), new Limiter(config, clock), config));
    }
}
