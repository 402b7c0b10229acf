package io.stockroom.operations;

import java.time.Instant;
import java.util.function.Function;

/** Result of claiming a key. */
sealed interface Claim {

    /**
     * The key belongs to this claim until the lease expires.
     *
     * @param owner   an id of this claim alone, so that a late owner cannot overwrite its successor
     * @param earlier the attempt that may have been booked, or null if there was none
     */
    record Granted(IdempotencyKey key, String owner, Attempt earlier) implements Claim {

        @Override
        public <T> T match(Function<Granted, T> granted, Function<InProgress, T> inProgress, Function<Completed, T> completed,
                Function<PayloadMismatch, T> mismatch) {
            return granted.apply(this);
        }
    }

    /** Another request holds the key, at the latest until its lease expires. */
    record InProgress(Instant leaseUntil) implements Claim {

        @Override
        public <T> T match(Function<Granted, T> granted, Function<InProgress, T> inProgress, Function<Completed, T> completed,
                Function<PayloadMismatch, T> mismatch) {
            return inProgress.apply(this);
        }
    }

    /** The operation is booked; this was the response. */
    record Completed(String response) implements Claim {

        @Override
        public <T> T match(Function<Granted, T> granted, Function<InProgress, T> inProgress, Function<Completed, T> completed,
                Function<PayloadMismatch, T> mismatch) {
            return completed.apply(this);
        }
    }

    /** The key was used with another payload. */
    record PayloadMismatch() implements Claim {

        @Override
        public <T> T match(Function<Granted, T> granted, Function<InProgress, T> inProgress, Function<Completed, T> completed,
                Function<PayloadMismatch, T> mismatch) {
            return mismatch.apply(this);
        }
    }

    /** Applies the function for the kind of result that this is. */
    <T> T match(Function<Granted, T> granted, Function<InProgress, T> inProgress, Function<Completed, T> completed,
            Function<PayloadMismatch, T> mismatch);

    /** The time from the first claim of the key to the end of the last attempt, or of the lease if the attempt never ended. */
    record Attempt(Instant began, Instant ended) {
    }
}
