package io.stockroom.operations;

import java.time.Instant;

/**
 * Remembers what became of each key, so that an operation is booked once however often it is asked for. Any number of
 * processes may share one. A call that can't reach it throws {@link LedgerUnavailable}.
 */
interface Ledger {

    /**
     * Claims a key: by one conditional write when nobody has used it, or its record has expired. A key whose earlier
     * attempt ended in the unknown, or whose owner has let its lease lapse, is granted with that attempt.
     *
     * @param payload    the digest of what is to be done; a key belongs to the payload that it came with first
     * @param leaseUntil until when nobody else gets the key, unless it is settled before
     */
    Claim claim(Key key, String payload, Instant leaseUntil);

    /**
     * Records the answer for good. Like the two below it changes nothing, and says so by false, when the lease has lapsed
     * and somebody else has the key.
     */
    boolean complete(Claim.Granted claim, String answer);

    /** Forgets the key: nothing was done, and nothing can be any more. */
    boolean release(Claim.Granted claim);

    /** Records that nobody knows whether it was done, and when the last attempt at it ended. */
    boolean unknown(Claim.Granted claim, Instant ended);
}
