package io.stockroom.local.sandbox;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Mounts the sandbox in the running application, at {@code /sandbox}. */
@ApplicationScoped
public class SandboxRoutes {

    /** Before the routes of the application, which would otherwise match these paths. */
    private static final int FIRST = -1;

    void init(@Observes Router router, Vertx vertx, Sandbox sandbox) {
        router.route(SandboxApi.MOUNT).order(FIRST).subRouter(new SandboxApi(sandbox).router(vertx));
    }
}
