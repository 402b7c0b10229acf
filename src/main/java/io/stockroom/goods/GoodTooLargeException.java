package io.stockroom.goods;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when a single good exceeds Lambda's limit for a response. */
final class GoodTooLargeException extends ProblemException {

    GoodTooLargeException(Long id) {
        super(Problem.of(502, "good-too-large", "Good too large",
                "Good " + id + " exceeds the maximum response size; try Accept-Encoding: gzip"), null);
    }
}
