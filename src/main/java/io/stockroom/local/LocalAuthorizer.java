package io.stockroom.local;

import io.stockroom.access.Callers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Asks authorize before a function of a closed route is called, as API Gateway does. Without callers, the local API is open. */
@ApplicationScoped
class LocalAuthorizer {

    private static final String AUTHORIZER = "authorize";
    private static final Set<String> OPEN = Set.of("receive-webhook", "log-in");

    private final Callers callers;
    private final LocalFunctions functions;

    LocalAuthorizer(Callers callers, LocalFunctions functions) {
        this.callers = callers;
        this.functions = functions;
    }

    /** Adds the authorizer's context to the event. */
    void ask(GatewayEvent event, String function) {
        if (!callers.isEmpty() && !OPEN.contains(function)) {
            event.authorizedWith(functions.authorize(AUTHORIZER, event));
        }
    }
}
