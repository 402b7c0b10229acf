package io.stockroom.altegio;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Starts a WireMock server on a free port, which replaces Altegio. */
public class WireMockResource implements QuarkusTestResourceLifecycleManager {

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort().jettyAcceptors(1));

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of("altegio.url", server.baseUrl() + "/api/v1");
    }

    /** Later than the other resources, of which one sets the same property for all tests. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(WireMockServer.class));
    }

    @Override
    public void stop() {
        server.stop();
    }
}
