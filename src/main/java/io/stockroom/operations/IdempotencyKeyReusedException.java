package io.stockroom.operations;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import java.util.Optional;

/** Thrown when a key was used with another operation before. */
public final class IdempotencyKeyReusedException extends ProblemException {

    private final String recorded;

    /** @param recorded the response recorded under the key; null if its operation is not booked yet */
    IdempotencyKeyReusedException(String recorded) {
        super(Problem.of(422, "key-reused", "Idempotency key already used",
                "This Idempotency-Key was used with a different request body; use a new key for a new operation"), null);
        this.recorded = recorded;
    }

    /** Returns the response that is recorded under the key, as JSON; empty if its operation is not booked yet. */
    public Optional<String> recorded() {
        return Optional.ofNullable(recorded);
    }
}
