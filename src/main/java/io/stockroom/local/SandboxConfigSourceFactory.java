package io.stockroom.local;

import static java.util.Map.entry;

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

    /** What the sandbox sends with its events. */
    static final String SANDBOX_TOKEN = "altegio-sandbox-token";

    private static final Map<String, String> SANDBOX = Map.ofEntries(
            entry("altegio.url", "http://localhost:${quarkus.http.port:8080}/sandbox/api/v1"),
            entry("altegio.partner-token", "sandbox-partner"),
            entry("altegio.login", "sandbox@example.com"),
            entry("altegio.password", "sandbox"),
            // "whsec_" and the Base64 of "stockroom-sandbox-secret".
            entry("stockroom.webhooks.secrets", "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0"),
            entry("stockroom.exports.locations", "4564,4565"),
            entry("stockroom.webhooks.altegio-tokens", SANDBOX_TOKEN),
            entry("stockroom.stock.window", "PT1S"),
            entry("stockroom.stock.locations", "4564"),
            entry("stockroom.shops.demo.kind", "shopify"),
            entry("stockroom.shops.demo.secrets", "shopify-sandbox-secret"),
            entry("stockroom.shops.demo.location-id", "4564"),
            entry("stockroom.shops.demo.storage-id", "101"),
            entry("stockroom.shops.demo.master-id", "201"),
            entry("stockroom.shops.demo.account-id", "61"),
            entry("stockroom.shops.demo.currency", "EUR"),
            entry("stockroom.shops.woo.kind", "woocommerce"),
            entry("stockroom.shops.woo.secrets", "woocommerce-sandbox-secret"),
            entry("stockroom.shops.woo.location-id", "4564"),
            entry("stockroom.shops.woo.storage-id", "101"),
            entry("stockroom.shops.woo.master-id", "201"),
            entry("stockroom.shops.woo.currency", "EUR"));

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        boolean urlConfigured = context.getValue("altegio.url").getConfigSourceOrdinal() > ORDINAL;
        return urlConfigured || !context.getProfiles().contains("dev") ? List.of()
                : List.of(new PropertiesConfigSource(SANDBOX, "the sandbox", ORDINAL));
    }
}
