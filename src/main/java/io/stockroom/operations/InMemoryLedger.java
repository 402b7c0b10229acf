package io.stockroom.operations;

import static io.stockroom.operations.LedgerEntry.State.COMPLETED;
import static io.stockroom.operations.LedgerEntry.State.IN_FLIGHT;
import static io.stockroom.operations.LedgerEntry.State.UNKNOWN;

import io.stockroom.operations.Claim.Granted;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A ledger in the memory of one process: the embedded default, for development and tests. */
final class InMemoryLedger implements Ledger {

    private final Map<IdempotencyKey, LedgerEntry> entries = new HashMap<>();
    private final Clock clock;
    private final Duration ttl;

    InMemoryLedger(Clock clock, Duration ttl) {
        this.clock = clock;
        this.ttl = ttl;
    }

    @Override
    public synchronized Claim claim(IdempotencyKey key, String payload, Instant leaseUntil) {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> entry.isExpired(now));
        LedgerEntry seen = entries.get(key);
        Claim rejection = seen == null ? null : seen.rejection(payload, now);
        if (rejection != null) {
            return rejection;
        }
        String owner = UUID.randomUUID().toString();
        entries.put(key, new LedgerEntry(IN_FLIGHT, owner, payload, seen == null ? now : seen.began(), leaseUntil, null, expiry()));
        return new Granted(key, owner, seen == null ? null : seen.attempt());
    }

    @Override
    public boolean complete(Granted claim, String response) {
        return change(claim, entry -> new LedgerEntry(COMPLETED, entry.owner(), entry.payload(), entry.began(), entry.until(), response,
                expiry()));
    }

    @Override
    public boolean release(Granted claim) {
        return change(claim, entry -> null);
    }

    @Override
    public boolean unknown(Granted claim, Instant ended) {
        return change(claim, entry -> new LedgerEntry(UNKNOWN, entry.owner(), entry.payload(), entry.began(), ended, null, expiry()));
    }

    private synchronized boolean change(Granted claim, UnaryOperator<LedgerEntry> change) {
        LedgerEntry entry = entries.get(claim.key());
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
