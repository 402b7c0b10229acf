package io.stockroom.webhooks;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when a webhook has no valid signature made with a configured secret. */
final class InvalidSignatureException extends ProblemException {

    InvalidSignatureException(String detail) {
        super(Problem.of(401, "invalid-signature", "Invalid webhook signature", detail), null);
    }
}
