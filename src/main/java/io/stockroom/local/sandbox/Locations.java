package io.stockroom.local.sandbox;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The locations; a reset creates new ones. */
final class Locations {

    /** Exists, but the caller has no access. */
    private static final long FORBIDDEN = 4566;

    private final Map<Long, Location> locations;
    private final Clock clock;
    private final Consumer<SandboxChange> observer;
    /** Null for all users. */
    private final SandboxUser user;

    /** @param observer is given each change */
    Locations(Clock clock, Consumer<SandboxChange> observer) {
        this(new ConcurrentSkipListMap<>(), clock, observer, null);
        locations.put(4564L, salon(4564));
        add(4565L);
    }

    private Locations(Map<Long, Location> locations, Clock clock, Consumer<SandboxChange> observer, SandboxUser user) {
        this.locations = locations;
        this.clock = clock;
        this.observer = observer;
        this.user = user;
    }

    /** Adds a location without transactions, unless it exists. */
    void add(long id) {
        locations.computeIfAbsent(id, added -> new Location(added, Catalog.bare(), List.of(), clock).observedBy(observer));
    }

    /** Makes a location without transactions a salon like the seeded one; returns it. */
    Location seeded(long id) {
        find(id);
        return locations.computeIfPresent(id, (number, location) -> location.isSeeded() ? location : salon(id));
    }

    private Location salon(long id) {
        Catalog salon = Catalog.salon();
        return new Location(id, salon, Seed.operations(salon), clock).observedBy(observer);
    }

    /** Returns these locations as a user sees them. */
    Locations visibleTo(SandboxUser viewer) {
        return new Locations(locations, clock, observer, viewer);
    }

    Location find(long id) {
        if (id == FORBIDDEN || locations.containsKey(id) && !isVisible(id)) {
            throw new ApiErrorException(403, "Access denied", Map.of());
        }
        if (!locations.containsKey(id)) {
            throw ApiErrorException.notFound();
        }
        return locations.get(id);
    }

    private boolean isVisible(long id) {
        return user == null || user.mayUse(id);
    }

    private Stream<Location> visible() {
        return locations.values().stream().filter(location -> isVisible(location.id()));
    }

    /** Returns the locations that the caller may use. */
    List<Location> all() {
        return visible().toList();
    }

    SandboxDocument document(long id) {
        return visible().flatMap(location -> location.document(id).stream()).findFirst()
                .orElseThrow(ApiErrorException::notFound);
    }

    List<SandboxDocument> commits() {
        return locations.values().stream().flatMap(location -> location.commits().stream()).toList();
    }
}
