package io.stockroom.http;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.ProxySelector;

/**
 * Lambda's Runtime API is on the same machine, but Java looks for a proxy to it twice for each event. Proxies to AWS and to Altegio
 * are in the settings of their clients, which don't ask here.
 */
@ApplicationScoped
@IfBuildProfile("prod")
class DirectRuntimeApi {

    void start(@Observes StartupEvent start) {
        ProxySelector.setDefault(null);
    }
}
