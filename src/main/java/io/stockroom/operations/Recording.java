package io.stockroom.operations;

import org.jboss.logging.Logger;

/** Recording of outcomes that are known even if the ledger is not reachable. */
final class Recording {

    private static final Logger LOG = Logger.getLogger(Recording.class);

    private Recording() {
    }

    /** If recording fails, the lease expires and the next attempt searches for the operation: slower, but still correct. */
    static void attempt(String outcome, Runnable recording) {
        try {
            recording.run();
        } catch (LedgerUnavailableException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            LOG.warnf("Could not record the outcome in the idempotency store: %s (%s)", outcome, failure.getClass().getName());
        }
    }
}
