package io.stockroom.local.sandbox;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Imitates Altegio: locations, access tokens, injected faults and recorded traffic. Independent of HTTP. */
public final class Sandbox {

    private final Clock clock;
    private final SandboxTokens tokens = new SandboxTokens();
    private final SandboxFaults faults = new SandboxFaults();
    private final SandboxWebhooks webhooks = new SandboxWebhooks();
    private final TrafficRecorder traffic;
    private volatile Locations locations;
    private volatile SandboxQuirks quirks = SandboxQuirks.NONE;
    private volatile SandboxStyle style = SandboxStyle.DOCUMENTED;

    public Sandbox(Clock clock, SandboxRate rate) {
        this.clock = clock;
        this.traffic = new TrafficRecorder(clock, rate);
        this.locations = new Locations(clock, webhooks::report);
    }

    /** Returns what the service's clock shows. */
    Instant now() {
        return clock.instant().plus(style.clockOffset());
    }

    /** Resets everything to the seed. Requests in progress finish on the discarded locations. */
    public void reset() {
        faults.clear();
        quirks = SandboxQuirks.NONE;
        style = SandboxStyle.DOCUMENTED;
        tokens.reset();
        traffic.reset();
        locations = new Locations(clock, webhooks::report);
    }

    /** Returns a location: 4564, which is seeded, or 4565, which has no transactions. */
    public Location location(long id) {
        return locations.find(id);
    }

    /** Adds a user, and those of its locations that do not exist yet, without transactions. */
    public void add(SandboxUser user) {
        user.locations().forEach(locations::add);
        tokens.add(user);
    }

    /** Returns all documents booked after seeding, by location and then in booking order. */
    public List<SandboxDocument> commits() {
        return locations.commits();
    }

    public SandboxTokens tokens() {
        return tokens;
    }

    public SandboxFaults faults() {
        return faults;
    }

    public SandboxQuirks quirks() {
        return quirks;
    }

    /** Sets how the service behaves where that is not known; a reset restores the defaults. */
    public void quirks(SandboxQuirks changed) {
        quirks = changed;
    }

    public SandboxStyle style() {
        return style;
    }

    /** Sets how responses are written; a reset restores the documented way. */
    public void style(SandboxStyle changed) {
        style = changed;
    }

    /** Returns the webhooks, which a reset does not change. */
    public SandboxWebhooks webhooks() {
        return webhooks;
    }

    public TrafficRecorder traffic() {
        return traffic;
    }

    Locations locations() {
        return locations;
    }
}
