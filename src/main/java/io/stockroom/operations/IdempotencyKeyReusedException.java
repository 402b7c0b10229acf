package io.stockroom.operations;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when a key was used with another operation before. */
final class IdempotencyKeyReusedException extends ProblemException {

    IdempotencyKeyReusedException() {
        super(Problem.of(422, "key-reused", "Idempotency key already used",
                "This Idempotency-Key was used with a different request body; use a new key for a new operation"), null);
    }
}
