package io.stockroom.operations;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;

/** An operation was sent and its answer was lost: it is booked, or it is not. */
final class OutcomeUnknown extends ProblemException {

    OutcomeUnknown(Throwable cause) {
        super(Problem.of(504, "outcome-unknown", "The operation may have been booked, or not",
                "Altegio's answer was lost, so the operation may be booked or not: search the transactions before you repeat it"), cause);
    }
}
