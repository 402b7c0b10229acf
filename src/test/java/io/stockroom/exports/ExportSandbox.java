package io.stockroom.exports;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.stockroom.MovableClock;
import io.stockroom.local.sandbox.Sandbox;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import java.util.Map;

/** Starts a sandbox whose clock tests advance, and configures it as Altegio. */
public class ExportSandbox implements QuarkusTestResourceLifecycleManager {

    private final MovableClock clock = new MovableClock();
    private SandboxServer server;

    @Override
    public Map<String, String> start() {
        server = SandboxServer.start(new Sandbox(clock, SandboxRate.UNLIMITED));
        return Map.of("altegio.url", server.url());
    }

    /** Later than the other resources, of which one sets the same property for all tests. */
    @Override
    public int order() {
        return 1;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(server, new TestInjector.MatchesType(SandboxServer.class));
        injector.injectIntoFields(clock, new TestInjector.MatchesType(MovableClock.class));
    }

    @Override
    public void stop() {
        server.close();
    }
}
