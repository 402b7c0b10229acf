package io.stockroom.operations;

import io.stockroom.operations.Claim.Attempt;
import io.stockroom.operations.Claim.Completed;
import io.stockroom.operations.Claim.InProgress;
import io.stockroom.operations.Claim.PayloadMismatch;
import java.time.Instant;

/**
 * The record of one key in a ledger.
 *
 * @param owner    the id of the last claim
 * @param began    when the key was first claimed
 * @param until    the end of the lease while in flight, or of the last attempt if its outcome is unknown
 * @param response null until completed
 * @param expires  when the record counts as absent
 * @param progress how far the search for the operation has come
 * @param decision what a person has recorded about the operation's document
 */
record LedgerEntry(State state, String owner, String payload, Instant began, Instant until, String response, Instant expires,
        SearchProgress progress, DocumentDecision decision) {

    enum State {
        IN_FLIGHT, COMPLETED, UNKNOWN
    }

    static LedgerEntry inFlight(String owner, String payload, Instant began, Instant leaseUntil, Instant expires) {
        return new LedgerEntry(State.IN_FLIGHT, owner, payload, began, leaseUntil, null, expires, SearchProgress.NONE,
                DocumentDecision.OPEN);
    }

    LedgerEntry takenOver(String newOwner, Instant leaseUntil, Instant newExpires) {
        return new LedgerEntry(State.IN_FLIGHT, newOwner, payload, began, leaseUntil, null, newExpires, progress, decision);
    }

    LedgerEntry completed(String finalResponse, Instant newExpires) {
        return new LedgerEntry(State.COMPLETED, owner, payload, began, until, finalResponse, newExpires, progress, decision);
    }

    LedgerEntry unknown(Instant ended, SearchProgress newProgress, Instant newExpires) {
        return new LedgerEntry(State.UNKNOWN, owner, payload, began, ended, null, newExpires, newProgress, decision);
    }

    boolean isExpired(Instant now) {
        return !expires.isAfter(now);
    }

    /** Returns why a claim with this payload does not get the key, or null if the key may be taken over. */
    Claim rejection(String claimedPayload, Instant now) {
        if (!payload.equals(claimedPayload)) {
            return new PayloadMismatch(response);
        }
        return switch (state) {
            case COMPLETED -> new Completed(response);
            case IN_FLIGHT -> until.isAfter(now) ? new InProgress(until) : null;
            case UNKNOWN -> null;
        };
    }

    /** Returns the earlier attempt under this key, which may have been booked. */
    Attempt attempt() {
        return new Attempt(began, until, progress, decision);
    }
}
