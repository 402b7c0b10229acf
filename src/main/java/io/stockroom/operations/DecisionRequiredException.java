package io.stockroom.operations;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import java.util.List;

/**
 * Thrown when documents in Altegio equal an operation whose response was lost, and nothing shows whether one of them is its own. Only a
 * person can decide; until then the operation is not resent.
 */
public final class DecisionRequiredException extends ProblemException {

    DecisionRequiredException(List<Long> candidates) {
        super(Problem.of(504, "outcome-unknown", "Outcome unknown",
                "Documents in Altegio equal the operation, but their comments do not show who created them: " + candidates
                        + ". Look at them, then repeat the request with the same Idempotency-Key and the header " + DocumentDecision.HEADER
                        + ": the id of the document if it is this operation, or none if the operation is still to be booked.")
                .with("candidates", candidates), null);
    }
}
