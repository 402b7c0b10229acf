package io.stockroom.webhooks;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;

/** An operation that no message of the queue holds. */
final class MessageTooLarge extends ProblemException {

    MessageTooLarge(int most, int bytes) {
        super(Problem.of(413, "body-too-large", "The body is too large",
                "The operation may take " + most + " bytes in the queue, where what is not ASCII takes six, and takes " + bytes), null);
    }
}
