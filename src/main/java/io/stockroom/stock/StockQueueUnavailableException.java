package io.stockroom.stock;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when the queue of goods to look at cannot be reached, or rejects a request. */
final class StockQueueUnavailableException extends ProblemException {

    StockQueueUnavailableException(Throwable cause) {
        super(Problem.of(503, "queue-unavailable", "Queue unavailable",
                "The event may not have been queued. If it is not resent, the next search for changed goods finds what it is about.")
                .retryAfter(Problem.RETRY_SOON), cause);
    }
}
