package io.stockroom.operations;

import java.time.Instant;

/** What came of the attempt to claim a key. */
sealed interface Claim {

    /**
     * The key is ours until the lease lapses.
     *
     * @param owner   a name for this claim alone, so that a late owner can't overwrite its successor
     * @param earlier the attempt that may have been booked, or null when there was none
     */
    record Granted(Key key, String owner, Attempt earlier) implements Claim {
    }

    /** Somebody else has it, until then at the longest. */
    record InFlight(Instant leaseUntil) implements Claim {
    }

    /** It was done, with this answer. */
    record Completed(String answer) implements Claim {
    }

    /** It was used for another payload. */
    record OtherPayload() implements Claim {
    }

    /** From the first claim of the key to the end of the last attempt, or of the lease of one that never ended. */
    record Attempt(Instant began, Instant ended) {
    }
}
