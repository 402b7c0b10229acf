package io.stockroom.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.stockroom.altegio.AltegioConfig;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says at the start of dev mode where everything is, and what to try. */
@ApplicationScoped
@IfBuildProfile("dev")
class Welcome {

    private static final Logger LOG = Logger.getLogger(Welcome.class);

    void atStart(@Observes StartupEvent event, AltegioConfig altegio, @ConfigProperty(name = "quarkus.http.port") int port) {
        LOG.infof("""
                Stockroom is ready.
                  API       http://localhost:%1$d
                  Reference http://localhost:%1$d/
                  Altegio   %2$s
                  Try       curl http://localhost:%1$d/storages/4564
                """, port, altegio.url());
    }
}
