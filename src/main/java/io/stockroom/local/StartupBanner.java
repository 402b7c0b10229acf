package io.stockroom.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Logs the URLs and an example request when dev mode starts. */
@ApplicationScoped
@IfBuildProfile("dev")
class StartupBanner {

    private static final Logger LOG = Logger.getLogger(StartupBanner.class);

    void onStart(@Observes StartupEvent event, @ConfigProperty(name = "altegio.url") URI altegio,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        LOG.infof("""
                Stockroom is ready.
                  API       http://localhost:%1$d
                  Reference http://localhost:%1$d/
                  Altegio   %2$s
                  Try       curl http://localhost:%1$d/storages/4564
                """, port, altegio);
    }
}
