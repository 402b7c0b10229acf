package io.stockroom.operations;

import io.stockroom.operations.Claim.Attempt;
import io.stockroom.operations.Claim.Completed;
import io.stockroom.operations.Claim.InFlight;
import io.stockroom.operations.Claim.OtherPayload;
import java.time.Instant;

/**
 * What a ledger holds of one key.
 *
 * @param owner   who claimed it last
 * @param began   when it was first claimed
 * @param until   the end of the lease when in flight, of the last attempt when unknown
 * @param answer  null until it is completed
 * @param expires when it counts as absent
 */
record Entry(State state, String owner, String payload, Instant began, Instant until, String answer, Instant expires) {

    enum State {
        IN_FLIGHT, COMPLETED, UNKNOWN
    }

    boolean isExpired(Instant now) {
        return !expires.isAfter(now);
    }

    /** What somebody with this payload is told instead of getting the key; null when it may be taken over. */
    Claim refusal(String claimed, Instant now) {
        if (!payload.equals(claimed)) {
            return new OtherPayload();
        }
        return switch (state) {
            case COMPLETED -> new Completed(answer);
            case IN_FLIGHT -> until.isAfter(now) ? new InFlight(until) : null;
            case UNKNOWN -> null;
        };
    }

    /** What may have been booked under the key before. */
    Attempt attempt() {
        return new Attempt(began, until);
    }
}
