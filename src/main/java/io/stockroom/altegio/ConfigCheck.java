package io.stockroom.altegio;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;

/** Stops the start with one sentence that names every value that is missing or contradictory, and shows none. */
@ApplicationScoped
class ConfigCheck {

    void atStart(@Observes StartupEvent event, AltegioConfig config) {
        List<String> complaints = complaints(config);
        if (!complaints.isEmpty()) {
            throw new ConfigurationException("Stockroom can't start: " + String.join("; ", complaints) + ".");
        }
    }

    static List<String> complaints(AltegioConfig config) {
        List<String> complaints = new ArrayList<>();
        if (config.url().getHost() == null || !List.of("http", "https").contains(config.url().getScheme())) {
            complaints.add("ALTEGIO_URL must be an http or https address");
        }
        if (config.partnerToken().isEmpty()) {
            complaints.add("ALTEGIO_PARTNER_TOKEN is missing");
        }
        if (config.login().isPresent() != config.password().isPresent()) {
            complaints.add("ALTEGIO_LOGIN and ALTEGIO_PASSWORD go together, and one of them is missing");
        } else if (config.userToken().isEmpty() && config.login().isEmpty()) {
            complaints.add("ALTEGIO_USER_TOKEN, or ALTEGIO_LOGIN and ALTEGIO_PASSWORD, is missing");
        }
        if (config.timeout().isNegative() || config.timeout().isZero()) {
            complaints.add("ALTEGIO_TIMEOUT must be a positive duration");
        }
        return complaints;
    }
}
