package io.stockroom.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.stockroom.local.sandbox.Sandbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lets the sandbox of dev mode post its events to the local gateway. */
@ApplicationScoped
@IfBuildProfile("dev")
class WebhooksAtStart {

    /** Altegio's are about 5 s late, which nobody wants to wait for here. */
    private static final Duration DELAY = Duration.ofSeconds(1);

    void onStart(@Observes StartupEvent event, Sandbox sandbox, @ConfigProperty(name = "quarkus.http.port") int port) {
        sandbox.webhooks().postTo("http://localhost:" + port + "/webhooks/altegio/{location_id}",
                SandboxConfigSourceFactory.SANDBOX_TOKEN, DELAY);
    }
}
