package io.stockroom.local.sandbox;

import java.time.Clock;
import java.util.List;

/** A stand-in for Altegio: its locations, who may call, what goes wrong, and how much was asked. Knows no HTTP. */
public final class Sandbox {

    private final Clock clock;
    private final SandboxTokens tokens = new SandboxTokens();
    private final SandboxFaults faults = new SandboxFaults();
    private final Traffic traffic;
    private volatile Locations locations;

    public Sandbox(Clock clock, SandboxRate rate) {
        this.clock = clock;
        this.traffic = new Traffic(clock, rate);
        this.locations = new Locations(clock);
    }

    /** Back to the seed. Requests still at work end in the books that are thrown away. */
    public void reset() {
        faults.clear();
        tokens.reset();
        traffic.reset();
        locations = new Locations(clock);
    }

    /** The books of a location: 4564, which is seeded, or 4565, which is bare. */
    public Location location(long id) {
        return locations.find(id);
    }

    /** Every document booked since the seed, by location and then in the order of booking. */
    public List<Document> commits() {
        return locations.commits();
    }

    public SandboxTokens tokens() {
        return tokens;
    }

    public SandboxFaults faults() {
        return faults;
    }

    public Traffic traffic() {
        return traffic;
    }

    Locations locations() {
        return locations;
    }
}
