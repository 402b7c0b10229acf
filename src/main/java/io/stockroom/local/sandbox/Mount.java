package io.stockroom.local.sandbox;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Mounts the sandbox in the running application, at {@code /sandbox}. */
@ApplicationScoped
public class Mount {

    /** Before the routes of the application, which would swallow these. */
    private static final int FIRST = -1;

    @Produces
    @Singleton
    Sandbox sandbox() {
        return new Sandbox(Clock.systemUTC(), SandboxRate.DOCUMENTED);
    }

    void init(@Observes Router router, Vertx vertx, Sandbox sandbox) {
        router.route(SandboxApi.MOUNT).order(FIRST).subRouter(new SandboxApi(sandbox).router(vertx));
    }
}
