package io.stockroom.webhooks;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when the queue cannot be reached or rejects a request. */
final class QueueUnavailableException extends ProblemException {

    QueueUnavailableException(Throwable cause) {
        super(Problem.of(503, "queue-unavailable", "Queue unavailable",
                "The operation may not have been queued. Resend the webhook with the same webhook-id.")
                .retryAfter(Problem.RETRY_SOON), cause);
    }
}
