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
 */
record LedgerEntry(State state, String owner, String payload, Instant began, Instant until, String response, Instant expires) {

    enum State {
        IN_FLIGHT, COMPLETED, UNKNOWN
    }

    boolean isExpired(Instant now) {
        return !expires.isAfter(now);
    }

    /** Returns why a claim with this payload does not get the key, or null if the key may be taken over. */
    Claim rejection(String claimedPayload, Instant now) {
        if (!payload.equals(claimedPayload)) {
            return new PayloadMismatch();
        }
        return switch (state) {
            case COMPLETED -> new Completed(response);
            case IN_FLIGHT -> until.isAfter(now) ? new InProgress(until) : null;
            case UNKNOWN -> null;
        };
    }

    /** Returns the earlier attempt under this key, which may have been booked. */
    Attempt attempt() {
        return new Attempt(began, until);
    }
}
