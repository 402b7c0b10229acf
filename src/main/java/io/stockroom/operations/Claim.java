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

    /**
     * The key was used with another payload.
     *
     * @param response the response to that; null if its operation is not booked yet
     */
    record PayloadMismatch(String response) implements Claim {

        @Override
        public <T> T match(Function<Granted, T> granted, Function<InProgress, T> inProgress, Function<Completed, T> completed,
                Function<PayloadMismatch, T> mismatch) {
            return mismatch.apply(this);
        }
    }

    /** Applies the function for the kind of result that this is. */
    <T> T match(Function<Granted, T> granted, Function<InProgress, T> inProgress, Function<Completed, T> completed,
            Function<PayloadMismatch, T> mismatch);

    /**
     * What is known of the earlier attempts under a key.
     *
     * @param began    when the key was first claimed
     * @param ended    when the last attempt ended, or its lease if it never did
     * @param progress how far the search for it has come
     * @param decision what a person has recorded about its document
     */
    record Attempt(Instant began, Instant ended, SearchProgress progress, DocumentDecision decision) {

        /** Returns an attempt that has just ended, of a key first claimed at that time. */
        static Attempt of(Instant began, Instant ended) {
            return new Attempt(began, ended, SearchProgress.NONE, DocumentDecision.OPEN);
        }

        Attempt with(SearchProgress other) {
            return new Attempt(began, ended, other, decision);
        }
    }
}
