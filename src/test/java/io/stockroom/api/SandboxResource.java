package io.stockroom.api;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import java.util.HashMap;
import java.util.Map;

/** Starts a sandbox on a free port and configures it as Altegio. */
public class SandboxResource implements QuarkusTestResourceLifecycleManager {

    private SandboxServer server;

    @Override
    public Map<String, String> start() {
        server = SandboxServer.start(SandboxRate.UNLIMITED);
        Map<String, String> settings = new HashMap<>(Map.of("altegio.url", server.url(), "sandbox.root", server.root(),
                "stockroom.webhooks.secrets", WebhooksContract.SECRET,
                "stockroom.webhooks.altegio-tokens", StockContract.TOKENS,
                // The timestamp of the sample webhook is fixed.
                "stockroom.webhooks.tolerance", "P36500D"));
        settings.putAll(SignedOrder.settings());
        return settings;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(SandboxServer.class));
    }

    @Override
    public void stop() {
        server.close();
    }
}
