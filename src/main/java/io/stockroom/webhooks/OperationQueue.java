package io.stockroom.webhooks;

import java.time.Duration;
import java.util.Map;

/** The queue of operations, as the functions use it. Delivery to a function is up to the event source mapping. */
public interface OperationQueue {

    /** Sends a message. Once this returns, the message is kept until its operation is booked or rejected. */
    void send(String message);

    /**
     * Sends a message to the dead-letter queue.
     *
     * @param reason attributes that describe why, by name; no value is empty
     */
    void deadLetter(String message, Map<String, String> reason);

    /**
     * Checks that messages can be sent to the queue and to the dead-letter queue, without sending any. Does nothing for a queue in memory.
     * Throws {@link QueueUnavailableException} if one of them cannot be reached, or may not be sent to.
     */
    default void check() {
    }

    /** Delays the next delivery of a received message, counted from now. */
    void delay(String receiptHandle, Duration delay);
}
