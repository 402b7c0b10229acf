package io.stockroom.webhooks;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when an operation does not fit into a message of the queue. */
final class MessageTooLargeException extends ProblemException {

    MessageTooLargeException(int maxBytes, int bytes) {
        super(Problem.of(413, "body-too-large", "Request body too large", "The queued message would be " + bytes + " bytes; the limit is "
                + maxBytes + " (each non-ASCII character takes 6)"), null);
    }
}
