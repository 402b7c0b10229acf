package io.stockroom.webhooks;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;

/** A webhook that none of our senders signed, as far as can be told. */
final class NotSigned extends ProblemException {

    NotSigned(String detail) {
        super(Problem.of(401, "not-signed", "The webhook is not signed as it must be", detail), null);
    }
}
