package io.stockroom.local;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * In dev mode, configures the sandbox's URL and credentials, unless altegio.url is configured elsewhere. The sandbox's
 * credentials are therefore never sent to another server, and missing settings of a real account are reported at startup.
 */
public class SandboxConfigSourceFactory implements ConfigSourceFactory {

    /** Overrides application.properties (250), and is overridden by environment variables (300). */
    private static final int ORDINAL = 275;

    private static final Map<String, String> SANDBOX = Map.of(
            "altegio.url", "http://localhost:${quarkus.http.port:8080}/sandbox/api/v1",
            "altegio.partner-token", "sandbox-partner",
            "altegio.login", "sandbox@example.com",
            "altegio.password", "sandbox",
            // "whsec_" and the Base64 of "stockroom-sandbox-secret".
            "stockroom.webhooks.secrets", "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean urlConfigured = context.getValue("altegio.url").getConfigSourceOrdinal() > ORDINAL;
        return urlConfigured || !context.getProfiles().contains("dev") ? List.of()
                : List.of(new PropertiesConfigSource(SANDBOX, "the sandbox", ORDINAL));
    }
}
