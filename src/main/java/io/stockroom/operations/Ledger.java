package io.stockroom.operations;

import java.time.Instant;

/**
 * Records the outcome of each key, so that an operation is booked once however often it is requested. Any number of processes
 * may share a ledger. Each method throws {@link LedgerUnavailableException} if the ledger cannot be reached.
 */
interface Ledger {

    /**
     * Claims a key with one conditional write if it is unused or its record has expired. A key whose earlier attempt has an
     * unknown outcome, or whose owner's lease has expired, is granted together with that attempt.
     *
     * @param payload    the digest of the operation; a key belongs to the payload that it was first used with
     * @param leaseUntil until when no other request gets the key, unless its outcome is recorded earlier
     */
    Claim claim(IdempotencyKey key, String payload, Instant leaseUntil);

    /**
     * Records the final response. Like the two methods below, it changes nothing and returns false if the lease has expired
     * and another request has the key.
     */
    boolean complete(Claim.Granted claim, String response);

    /** Forgets the key: nothing was booked, and nothing can be booked any more. */
    boolean release(Claim.Granted claim);

    /** Records that the outcome is unknown, and when the last attempt ended. */
    boolean unknown(Claim.Granted claim, Instant ended);
}
