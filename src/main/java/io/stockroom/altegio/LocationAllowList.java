package io.stockroom.altegio;

import io.stockroom.problems.RejectedRequestException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** The locations that callers may access; all if none are configured. */
@ApplicationScoped
public class LocationAllowList {

    private final Set<Long> allowed;

    LocationAllowList(AltegioConfig config) {
        this.allowed = config.locations().orElse(Set.of());
    }

    /** @throws RejectedRequestException with status 403 if the location is not on the list */
    public void check(long location) {
        if (!allowed.isEmpty() && !allowed.contains(location)) {
            throw new RejectedRequestException(403, "location-not-allowed", "Location not allowed",
                    "Location " + location + " is not in this deployment's allow-list");
        }
    }
}
