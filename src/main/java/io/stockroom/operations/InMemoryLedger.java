package io.stockroom.operations;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A ledger for one process, for as long as it lives: the embedded default, for development and tests. */
final class InMemoryLedger implements Ledger {

    private enum State {
        IN_FLIGHT, COMPLETED, UNKNOWN
    }

    /** @param until the end of the lease when in flight, of the last attempt when unknown */
    private record Entry(State state, String owner, String payload, Instant began, Instant until, String answer, Instant expires) {

        boolean isClaimable(Instant now) {
            return state == State.UNKNOWN || state == State.IN_FLIGHT && !until.isAfter(now);
        }
    }

    private final Map<Key, Entry> entries = new HashMap<>();
    private final Clock clock;
    private final Duration ttl;

    InMemoryLedger(Clock clock, Duration ttl) {
        this.clock = clock;
        this.ttl = ttl;
    }

    @Override
    public synchronized Claim claim(Key key, String payload, Instant leaseUntil) {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> !entry.expires.isAfter(now));
        Entry entry = entries.get(key);
        if (entry == null) {
            return grant(key, payload, now, leaseUntil, null);
        }
        if (!entry.payload.equals(payload)) {
            return new Claim.OtherPayload();
        }
        if (entry.state == State.COMPLETED) {
            return new Claim.Completed(entry.answer);
        }
        return entry.isClaimable(now) ? grant(key, payload, entry.began, leaseUntil, new Claim.Attempt(entry.began, entry.until))
                : new Claim.InFlight(entry.until);
    }

    @Override
    public boolean complete(Claim.Granted claim, String answer) {
        return change(claim, entry -> new Entry(State.COMPLETED, entry.owner, entry.payload, entry.began, entry.until, answer, expiry()));
    }

    @Override
    public boolean release(Claim.Granted claim) {
        return change(claim, entry -> null);
    }

    @Override
    public boolean unknown(Claim.Granted claim, Instant ended) {
        return change(claim, entry -> new Entry(State.UNKNOWN, entry.owner, entry.payload, entry.began, ended, null, expiry()));
    }

    private Claim grant(Key key, String payload, Instant began, Instant leaseUntil, Claim.Attempt earlier) {
        String owner = UUID.randomUUID().toString();
        entries.put(key, new Entry(State.IN_FLIGHT, owner, payload, began, leaseUntil, null, expiry()));
        return new Claim.Granted(key, owner, earlier);
    }

    private synchronized boolean change(Claim.Granted claim, UnaryOperator<Entry> change) {
        Entry entry = entries.get(claim.key());
        if (entry == null || !entry.owner.equals(claim.owner())) {
            return false;
        }
        entries.compute(claim.key(), (key, present) -> change.apply(present));
        return true;
    }

    private Instant expiry() {
        return clock.instant().plus(ttl);
    }
}
