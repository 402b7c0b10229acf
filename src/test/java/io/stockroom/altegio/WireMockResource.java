package io.stockroom.altegio;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** Puts a WireMock on a free port in Altegio's place. */
public class WireMockResource implements QuarkusTestResourceLifecycleManager {

    private final WireMockServer server = new WireMockServer(WireMockConfiguration.options().dynamicPort().jettyAcceptors(1));

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of("altegio.url", server.baseUrl() + "/api/v1");
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
