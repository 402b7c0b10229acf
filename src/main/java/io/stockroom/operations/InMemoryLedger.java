package io.stockroom.operations;

import static io.stockroom.operations.LedgerEntry.State.COMPLETED;

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
    private final Map<Document, IdempotencyKey> documents = new HashMap<>();
    private final Clock clock;
    private final Duration ttl;

    private record Document(long location, long id) {
    }

    InMemoryLedger(Clock clock, Duration ttl) {
        this.clock = clock;
        this.ttl = ttl;
    }

    @Override
    public synchronized Claim claim(IdempotencyKey key, String payload, Instant leaseUntil) {
        Instant now = clock.instant();
        entries.values().removeIf(entry -> entry.isExpired(now));
        documents.values().removeIf(claimed -> !entries.containsKey(claimed));
        LedgerEntry seen = entries.get(key);
        Claim rejection = seen == null ? null : seen.rejection(payload, now);
        if (rejection != null) {
            return rejection;
        }
        String owner = UUID.randomUUID().toString();
        entries.put(key, seen == null ? LedgerEntry.inFlight(owner, payload, now, leaseUntil, expiry())
                : seen.takenOver(owner, leaseUntil, expiry()));
        return new Granted(key, owner, seen == null ? null : seen.attempt());
    }

    @Override
    public synchronized boolean complete(Granted claim, Completion completion) {
        boolean isOwner = change(claim, entry -> entry.completed(completion.response(), expiry()));
        if (isOwner && completion.document() != null) {
            documents.put(new Document(claim.key().location(), completion.document()), claim.key());
        }
        return isOwner;
    }

    @Override
    public boolean release(Granted claim) {
        return change(claim, entry -> null);
    }

    @Override
    public boolean unknown(Granted claim, Instant ended, SearchProgress progress) {
        return change(claim, entry -> entry.unknown(ended, progress, expiry()));
    }

    @Override
    public synchronized boolean isClaimedByAnother(IdempotencyKey key, long document) {
        IdempotencyKey claimed = documents.get(new Document(key.location(), document));
        return claimed != null && !claimed.equals(key);
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
