package io.stockroom.http;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.ProxySelector;

/**
 * Disables Java's proxy selector. Lambda's Runtime API is on the same machine, but Java looks for a proxy to it twice per event.
 * Proxies to AWS and to Altegio are configured in their clients, which do not use the selector.
 */
@ApplicationScoped
@IfBuildProfile("prod")
class DirectRuntimeApi {

    void start(@Observes StartupEvent start) {
        ProxySelector.setDefault(null);
    }
}
