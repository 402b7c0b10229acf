package io.stockroom.operations;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import java.util.List;

/** Thrown when a caller decides for a document that cannot be the operation's. */
final class NotCandidateException extends ProblemException {

    NotCandidateException(long document, List<Long> candidates) {
        super(Problem.of(422, "not-a-candidate", "Not a candidate",
                "Document " + document + " cannot be this operation's: it differs, or another key has it. Candidates: " + candidates)
                .with("candidates", candidates), null);
    }
}
