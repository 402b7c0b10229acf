package io.stockroom.operations;

import static io.stockroom.operations.Entry.State.COMPLETED;
import static io.stockroom.operations.Entry.State.IN_FLIGHT;
import static io.stockroom.operations.Entry.State.UNKNOWN;

import io.stockroom.operations.Claim.Granted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A ledger for one process, for as long as it lives: the embedded default, for development and tests. */
final class InMemoryLedger implements Ledger {

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
        entries.values().removeIf(entry -> entry.isExpired(now));
        Entry seen = entries.get(key);
        Claim refusal = seen == null ? null : seen.refusal(payload, now);
        if (refusal != null) {
            return refusal;
        }
        String owner = UUID.randomUUID().toString();
        entries.put(key, new Entry(IN_FLIGHT, owner, payload, seen == null ? now : seen.began(), leaseUntil, null, expiry()));
        return new Granted(key, owner, seen == null ? null : seen.attempt());
    }

    @Override
    public boolean complete(Granted claim, String answer) {
        return change(claim, entry -> new Entry(COMPLETED, entry.owner(), entry.payload(), entry.began(), entry.until(), answer, expiry()));
    }

    @Override
    public boolean release(Granted claim) {
        return change(claim, entry -> null);
    }

    @Override
    public boolean unknown(Granted claim, Instant ended) {
        return change(claim, entry -> new Entry(UNKNOWN, entry.owner(), entry.payload(), entry.began(), ended, null, expiry()));
    }

    private synchronized boolean change(Granted claim, UnaryOperator<Entry> change) {
        Entry entry = entries.get(claim.key());
        if (entry == null || !entry.owner().equals(claim.owner()) || entry.state() == COMPLETED) {
            return false;
        }
        entries.compute(claim.key(), (key, present) -> change.apply(present));
        return true;
    }

    private Instant expiry() {
        return clock.instant().plus(ttl);
    }
}
