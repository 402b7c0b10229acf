package io.stockroom.altegio;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** Creates configurations, and clients with them, without a running Quarkus. */
public final class AltegioConfigs {

    private AltegioConfigs() {
    }

    public static AltegioConfig of(Map<String, String> values) {
        return new SmallRyeConfigBuilder().withMapping(AltegioConfig.class)
                .withSources(new PropertiesConfigSource(values, "test", 100)).build()
                .getConfigMapping(AltegioConfig.class);
    }

    /** Returns an allow-list of all locations, or of those in {@code altegio.locations}. */
    public static LocationAllowList allowList(Map<String, String> settings) {
        return new LocationAllowList(quick(settings));
    }

    /** Returns a configuration without rate limits and with short delays, unless the settings override them. */
    static AltegioConfig quick(Map<String, String> settings) {
        Map<String, String> values = new HashMap<>(Map.of("altegio.url", "http://localhost", "altegio.partner-token", "sandbox-partner",
                "altegio.login", "sandbox@example.com", "altegio.password", "sandbox", "altegio.rate.per-second", "0",
                "altegio.rate.per-minute", "0", "altegio.retry.base-delay", "PT0.02S", "altegio.timeout", "PT2S",
                "altegio.circuit-breaker.failure-rate", "0"));
        values.putAll(settings);
        return of(values);
    }

    static Altegio altegio(AltegioReadApi readApi, AltegioWriteApi writeApi, Map<String, String> settings, Clock clock) {
        return altegio(readApi, writeApi, quick(settings), clock);
    }

    static Altegio altegio(AltegioReadApi readApi, AltegioWriteApi writeApi, AltegioConfig config, Clock clock) {
        return altegio(readApi, writeApi, config, new InMemoryTokens(), clock);
    }

    /** Returns a client that shares its sessions with others. */
    static Altegio altegio(AltegioReadApi readApi, AltegioWriteApi writeApi, AltegioConfig config, SharedTokens sessions, Clock clock) {
        return altegio(readApi, writeApi, config, new ConfiguredCredentials(config), sessions, clock);
    }

    static Altegio altegio(AltegioReadApi readApi, AltegioWriteApi writeApi, AltegioConfig config, CredentialsStore store,
            SharedTokens sessions, Clock clock) {
        return new Altegio(readApi, writeApi, new Accounts(store, sessions, clock),
                new RetryPolicy(config),
                new AltegioTransport(new AltegioCircuitBreaker(config, clock), new RateLimiter(config, clock),
                        new ResponseReader(new ObjectMapper()), new RelayedReader(new ObjectMapper()), clock, config));
    }
}
