package io.stockroom.http;

/** A failure that knows what its caller is told. */
public abstract class ProblemException extends RuntimeException {

    private final transient Problem problem;

    protected ProblemException(Problem problem, Throwable cause) {
        super(problem.detail(), cause);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
