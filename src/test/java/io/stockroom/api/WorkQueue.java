package io.stockroom.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The queue of operations and orders, with its dead-letter queue and the function that it delivers to. */
interface WorkQueue {

    /** Removes all messages, the dead-lettered ones too. */
    void clear();

    /** Returns the current time of the functions. */
    Instant now();

    /** Delivers the visible messages until none is left. */
    void deliver();

    /** Sends a message directly to the queue, bypassing the webhook endpoint. */
    void enqueue(String message);

    /** Returns the number of messages in the queue. */
    int queued();

    /** Returns the attributes of the dead-lettered messages. */
    List<Map<String, String>> deadLetters();

    /** Sends the dead-lettered messages to the queue again. */
    void redrive();
}
