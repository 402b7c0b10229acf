package io.stockroom.altegio;

import io.stockroom.problems.RejectedRequestException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.stream.Stream;

/** The locations that callers may access; all if none are configured. */
@ApplicationScoped
public class LocationAllowList {

    private final Set<Long> allowed;

    LocationAllowList(AltegioConfig config) {
        this.allowed = config.locations().orElse(Set.of());
    }

    /** Returns whether there is no list. */
    public boolean allowsAll() {
        return allowed.isEmpty();
    }

    /** Returns the locations on the list; none if there is no list. */
    public Stream<Long> locations() {
        return allowed.stream();
    }

    public boolean allows(long location) {
        return allowed.isEmpty() || allowed.contains(location);
    }

    /** @throws RejectedRequestException with status 403 if the location is not on the list */
    public void check(long location) {
        if (!allows(location)) {
            throw new RejectedRequestException(403, "location-not-allowed", "Location not allowed",
                    "Location " + location + " is not in this deployment's allow-list");
        }
    }
}
