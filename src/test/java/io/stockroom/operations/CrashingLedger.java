package io.stockroom.operations;

import java.time.Instant;
import java.util.Random;
import java.util.function.Supplier;

/** A ledger during whose calls processes crash, before or after the call takes effect, and which is sometimes unreachable. */
final class CrashingLedger implements Ledger {

    /** The crash of a process: no code of it runs afterwards. */
    static final class ProcessCrash extends Error {
        ProcessCrash() {
            super("the process crashed", null, false, false);
        }
    }

    private final Ledger ledger;
    private final Random random;
    private final double crashProbability;
    private final double outageProbability;

    /**
     * @param crashProbability  of a crash before a call, and of one after it
     * @param outageProbability of a call that fails without effect
     */
    CrashingLedger(Ledger ledger, long seed, double crashProbability, double outageProbability) {
        this.ledger = ledger;
        this.random = new Random(seed);
        this.crashProbability = crashProbability;
        this.outageProbability = outageProbability;
    }

    @Override
    public Claim claim(IdempotencyKey key, String payload, Instant leaseUntil) {
        return withCrashes(() -> ledger.claim(key, payload, leaseUntil));
    }

    @Override
    public boolean complete(Claim.Granted claim, Completion completion) {
        return withCrashes(() -> ledger.complete(claim, completion));
    }

    @Override
    public boolean release(Claim.Granted claim) {
        return withCrashes(() -> ledger.release(claim));
    }

    @Override
    public boolean unknown(Claim.Granted claim, Instant ended, SearchProgress progress) {
        return withCrashes(() -> ledger.unknown(claim, ended, progress));
    }

    @Override
    public boolean isClaimedByAnother(IdempotencyKey key, long document) {
        return withCrashes(() -> ledger.isClaimedByAnother(key, document));
    }

    private <T> T withCrashes(Supplier<T> call) {
        maybeCrash();
        if (happens(outageProbability)) {
            throw new LedgerUnavailableException(null);
        }
        T result = call.get();
        maybeCrash();
        return result;
    }

    private void maybeCrash() {
        if (happens(crashProbability)) {
            throw new ProcessCrash();
        }
    }

    private synchronized boolean happens(double probability) {
        return random.nextDouble() < probability;
    }
}
