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
    boolean complete(Claim.Granted claim, Completion completion);

    /** Forgets the key: nothing was booked, and nothing can be booked any more. */
    boolean release(Claim.Granted claim);

    /** Records that the outcome is unknown, when the last attempt ended, and how far the search for it has come. */
    boolean unknown(Claim.Granted claim, Instant ended, SearchProgress progress);

    /**
     * Returns whether the document is recorded as another key's. A recent record may not be visible yet, and records expire: false
     * proves nothing.
     */
    boolean isClaimedByAnother(IdempotencyKey key, long document);

    /**
     * The final response of a key.
     *
     * @param brief    the response to record if a record cannot hold the whole one
     * @param document the id of the operation's document; null if it cannot be read
     */
    record Completion(String response, String brief, Long document) {
    }
}
