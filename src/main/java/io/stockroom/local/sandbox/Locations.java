package io.stockroom.local.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The locations; a reset creates new ones. */
final class Locations {

    /** Exists, but the caller has no access. */
    private static final long FORBIDDEN = 4566;

    private final Map<Long, Location> locations = new TreeMap<>();

    Locations(Clock clock) {
        Catalog salon = Catalog.salon();
        locations.put(4564L, new Location(4564, salon, Seed.operations(salon), clock));
        locations.put(4565L, new Location(4565, Catalog.bare(), List.of(), clock));
    }

    Location find(long id) {
        if (id == FORBIDDEN) {
            throw new ApiErrorException(403, "Access denied", Map.of());
        }
        if (!locations.containsKey(id)) {
            throw ApiErrorException.notFound();
        }
        return locations.get(id);
    }

    /** Returns the locations that the caller may use. */
    List<Location> all() {
        return List.copyOf(locations.values());
    }

    SandboxDocument document(long id) {
        return locations.values().stream().flatMap(location -> location.document(id).stream()).findFirst()
                .orElseThrow(ApiErrorException::notFound);
    }

    List<SandboxDocument> commits() {
        return locations.values().stream().flatMap(location -> location.commits().stream()).toList();
    }
}
