package io.stockroom.problems;

/** Thrown for a request that is rejected before its fields are validated. */
public final class RejectedRequestException extends ProblemException {

    public RejectedRequestException(int status, String type, String title, String detail) {
        super(Problem.of(status, type, title, detail), null);
    }
}
