package io.stockroom.operations;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when the ledger cannot be reached. Without it nothing is sent. */
final class LedgerUnavailableException extends ProblemException {

    LedgerUnavailableException(Throwable cause) {
        super(Problem.of(503, "idempotency-store-unavailable", "Idempotency store unavailable",
                "The operation was not sent because the idempotency store could not be reached")
                .retryAfter(Problem.RETRY_SOON), cause);
    }
}
