package io.stockroom.http;

/** A request that is refused before anyone looks at its members. */
final class RefusedRequest extends ProblemException {

    RefusedRequest(int status, String type, String title, String detail) {
        super(Problem.of(status, type, title, detail), null);
    }
}
