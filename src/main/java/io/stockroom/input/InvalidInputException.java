package io.stockroom.input;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import io.stockroom.problems.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Thrown for an invalid request, with all its violations; the message contains the first ten. */
public final class InvalidInputException extends ProblemException {

    private static final int MAX_IN_MESSAGE = 10;

    public InvalidInputException(List<Violation> violations) {
        super(Problem.of(400, "invalid-request", "Invalid request", message(violations)).with(List.copyOf(violations)), null);
    }

    public InvalidInputException(Violation violation) {
        this(List.of(violation));
    }

    public List<Violation> violations() {
        return problem().errors();
    }

    private static String message(List<Violation> violations) {
        return violations.stream().limit(MAX_IN_MESSAGE).map(violation -> violation.place() + " " + violation.detail())
                .collect(Collectors.joining("; ")) + (violations.size() > MAX_IN_MESSAGE ? "; and more" : "");
    }
}
