package io.stockroom.operations;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import java.time.Duration;

/** Thrown when an operation was sent and its response was lost: it may or may not be booked. */
final class OutcomeUnknownException extends ProblemException {

    /** @param settled how long until it can be determined whether the operation was booked */
    OutcomeUnknownException(Duration settled, Throwable cause) {
        super(Problem.of(504, "outcome-unknown", "Outcome unknown",
                "No response from Altegio, and the operation cannot be found yet. Retry with the same Idempotency-Key: it is then found,"
                        + " or booked if it was not; never twice.")
                .retryAfter(settled), cause);
    }
}
