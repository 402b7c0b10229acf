package io.stockroom.operations;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import java.time.Duration;

/** Thrown when another request is processing the same operation. */
final class OperationInProgressException extends ProblemException {

    OperationInProgressException(Duration remainingLease) {
        super(Problem.of(409, "operation-in-progress", "Operation in progress",
                "A request with this Idempotency-Key is still being processed")
                .retryAfter(remainingLease), null);
    }
}
