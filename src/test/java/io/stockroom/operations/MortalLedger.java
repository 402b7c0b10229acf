package io.stockroom.operations;

import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;

/** A ledger in whose hands processes die, before or after it has done what it was asked, and which can't always be reached. */
final class MortalLedger implements Ledger {

    /** The end of a process: nothing in it runs any more. */
    static final class Death extends Error {
        Death() {
            super("the process died", null, false, false);
        }
    }

    private final Ledger ledger;
    private final Random random;
    private final double deaths;
    private final double outages;

    /**
     * @param deaths  how often a process dies at one side of a call
     * @param outages how often a call is not made at all
     */
    MortalLedger(Ledger ledger, long seed, double deaths, double outages) {
        this.ledger = ledger;
        this.random = new Random(seed);
        this.deaths = deaths;
        this.outages = outages;
    }

    @Override
    public Claim claim(Key key, String payload, Instant leaseUntil) {
        return mortal(() -> ledger.claim(key, payload, leaseUntil));
    }

    @Override
    public boolean complete(Claim.Granted claim, String answer) {
        return mortal(() -> ledger.complete(claim, answer));
    }

    @Override
    public boolean release(Claim.Granted claim) {
        return mortal(() -> ledger.release(claim));
    }

    @Override
    public boolean unknown(Claim.Granted claim, Instant ended) {
        return mortal(() -> ledger.unknown(claim, ended));
    }

    private <T> T mortal(Supplier<T> call) {
        mayDie();
        if (strikes(outages)) {
            throw new LedgerUnavailable(null);
        }
        T result = call.get();
        mayDie();
        return result;
    }

    private void mayDie() {
        if (strikes(deaths)) {
            throw new Death();
        }
    }

    private synchronized boolean strikes(double probability) {
        return random.nextDouble() < probability;
    }
}
