package io.stockroom.operations;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import java.time.Duration;

/** Thrown when an operation was sent, and it is not known yet whether it is booked. */
final class OutcomeUnknownException extends ProblemException {

    /** @param wait how long until a retry can determine whether the operation was booked */
    OutcomeUnknownException(Duration wait, Throwable cause) {
        super(Problem.of(504, "outcome-unknown", "Outcome unknown",
                "The operation was sent, and whether Altegio has booked it is not known yet. Retry with the same Idempotency-Key: it is"
                        + " then found, or booked if it was not; never twice.")
                .retryAfter(wait), cause);
    }
}
