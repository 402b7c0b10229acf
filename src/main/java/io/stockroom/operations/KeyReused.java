package io.stockroom.operations;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;

/** The key came with another operation before. */
final class KeyReused extends ProblemException {

    KeyReused() {
        super(Problem.of(422, "key-reused", "The key was used for another operation",
                "This Idempotency-Key came with another body before: a new operation needs a new key"), null);
    }
}
