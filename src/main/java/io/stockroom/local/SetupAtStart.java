package io.stockroom.local;

import io.quarkus.arc.profile.IfBuildProfile;
import io.quarkus.runtime.StartupEvent;
import io.stockroom.setup.SetupReport;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Checks the set-up when dev mode starts with a real account. The sandbox's needs no check. */
@ApplicationScoped
@IfBuildProfile("dev")
class SetupAtStart {

    private static final Logger LOG = Logger.getLogger(SetupAtStart.class);
    private static final String SANDBOX = "/sandbox/";

    private final LocalSetup setup;

    SetupAtStart(LocalSetup setup) {
        this.setup = setup;
    }

    /** In the background: requests are served meanwhile. */
    void onStart(@Observes StartupEvent event, @ConfigProperty(name = "altegio.url") URI altegio) {
        if (!String.valueOf(altegio.getPath()).startsWith(SANDBOX)) {
            Thread thread = new Thread(this::check, "check-setup");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void check() {
        SetupReport report = setup.check();
        LOG.infof("Set-up checked: accounts %d, locations %d, findings %d.%s", report.accounts(), report.locations(),
                report.findings().size(),
                report.locations() == 0 ? " Set ALTEGIO_LOCATIONS to have each location checked." : "");
    }
}
