package io.stockroom.exports;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A run's claim to a location, with the location's state. Whoever holds it is the only one that writes. */
final class ExportLease implements AutoCloseable {

    /** A claim is renewed so often while it lasts. */
    private static final int RENEWALS = 4;

    private final ExportStates states;
    private final long location;
    private final String owner;
    private final Duration length;
    private final Clock clock;
    private ExportState state;
    private Instant renewAt;

    private ExportLease(ExportStates states, long location, String owner, Duration length, Clock clock) {
        this.states = states;
        this.location = location;
        this.owner = owner;
        this.length = length;
        this.clock = clock;
    }

    /** Returns empty if another run has the location. */
    static Optional<ExportLease> claim(ExportStates states, long location, String owner, Duration length, Clock clock) {
        ExportLease lease = new ExportLease(states, location, owner, length, clock);
        Instant now = clock.instant();
        return states.claim(location, owner, now.plus(length)).map(found -> lease.with(found, now));
    }

    private ExportLease with(ExportState next, Instant now) {
        state = next;
        renewAt = now.plus(length.dividedBy(RENEWALS));
        return this;
    }

    long location() {
        return location;
    }

    ExportState state() {
        return state;
    }

    /** @throws ExportLeaseLostException if another run has claimed the location */
    void save(ExportState next) {
        Instant now = clock.instant();
        if (!states.save(location, owner, next, now.plus(length))) {
            throw new ExportLeaseLostException(location);
        }
        with(next, now);
    }

    /** Renews the claim, so that what is written next is written within it. */
    void renew() {
        save(state);
    }

    /** Renews the claim if it is time to. */
    void renewIfDue() {
        if (!clock.instant().isBefore(renewAt)) {
            renew();
        }
    }

    @Override
    public void close() {
        states.release(location, owner);
    }
}
