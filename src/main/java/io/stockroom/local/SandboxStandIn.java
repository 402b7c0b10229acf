package io.stockroom.local;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * In dev mode, puts the sandbox in Altegio's place, with its credentials, as long as nobody names another address. So
 * nothing of the sandbox is ever sent elsewhere, and what is missing for a real account is told at the start.
 */
public class SandboxStandIn implements ConfigSourceFactory {

    /** Above application.properties, which has 250, and below the environment, which has 300. */
    private static final int ORDINAL = 275;

    private static final Map<String, String> SANDBOX = Map.of(
            "altegio.url", "http://localhost:${quarkus.http.port:8080}/sandbox/api/v1",
            "altegio.partner-token", "sandbox-partner",
            "altegio.login", "sandbox@example.com",
            "altegio.password", "sandbox",
            // The Base64 of stockroom-sandbox-secret.
            "stockroom.webhooks.secrets", "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean named = context.getValue("altegio.url").getConfigSourceOrdinal() > ORDINAL;
        return named || !context.getProfiles().contains("dev") ? List.of()
                : List.of(new PropertiesConfigSource(SANDBOX, "the sandbox", ORDINAL));
    }
}
