package io.stockroom.webhooks;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when an event has none of the configured tokens. */
final class WebhookTokenException extends ProblemException {

    WebhookTokenException() {
        super(Problem.of(401, "invalid-token", "Invalid token",
                "Send the token of the webhook as Authorization: Bearer <token>, or as the last part of the path"), null);
    }
}
