package io.stockroom.operations;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;
import java.time.Duration;

/** An operation was sent and its answer was lost: it is booked, or it is not. */
final class OutcomeUnknown extends ProblemException {

    /** @param settled when it can be said for sure whether it was booked */
    OutcomeUnknown(Duration settled, Throwable cause) {
        super(Problem.of(504, "outcome-unknown", "The operation may have been booked, or not",
                "Altegio's answer was lost and the operation is not to be seen yet. Repeat the request with the same Idempotency-Key:"
                        + " it will be found, or booked if it never was, and never booked twice").retryAfter(settled), cause);
    }
}
