package io.stockroom.webhooks;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;
import java.time.Duration;

/** The queue can't be reached, or won't do it. */
final class QueueUnavailable extends ProblemException {

    private static final Duration SOON = Duration.ofSeconds(5);

    QueueUnavailable(Throwable cause) {
        super(Problem.of(503, "queue-unavailable", "The queue is not available",
                "The operation was not taken, because the queue can't be reached. Send the webhook again, with the same webhook-id")
                .retryAfter(SOON), cause);
    }
}
