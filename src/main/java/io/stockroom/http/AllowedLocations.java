package io.stockroom.http;

import io.stockroom.altegio.AltegioConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The locations that may be asked for; all when none are named. */
@ApplicationScoped
public class AllowedLocations {

    private final Set<Long> allowed;

    AllowedLocations(AltegioConfig config) {
        this.allowed = config.locations().orElse(Set.of());
    }

    /** @throws RuntimeException that becomes a 403, when the location is not one of them */
    public void check(long location) {
        if (!allowed.isEmpty() && !allowed.contains(location)) {
            throw new RefusedRequest(403, "location-not-allowed", "The location is not allowed",
                    "The location is not on the list of allowed locations");
        }
    }
}
