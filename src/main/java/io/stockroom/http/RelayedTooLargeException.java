package io.stockroom.http;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when a response of Altegio that is passed on as it is exceeds Lambda's limit, even compressed if the caller accepts that. */
final class RelayedTooLargeException extends ProblemException {

    RelayedTooLargeException() {
        super(Problem.of(502, "response-too-large", "Response too large",
                "Altegio's response exceeds the maximum response size; request fewer rows, or send Accept-Encoding: gzip"), null);
    }
}
