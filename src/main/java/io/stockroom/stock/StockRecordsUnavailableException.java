package io.stockroom.stock;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when the table of the records cannot be reached, or rejects a request. */
final class StockRecordsUnavailableException extends ProblemException {

    StockRecordsUnavailableException(Throwable cause) {
        super(Problem.of(503, "idempotency-store-unavailable", "Idempotency store unavailable",
                "What was announced last could not be read or written in the ledger's table").retryAfter(Problem.RETRY_SOON), cause);
    }
}
