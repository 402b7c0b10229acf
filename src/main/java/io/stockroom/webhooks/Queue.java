package io.stockroom.webhooks;

import java.time.Duration;
import java.util.Map;

/** What the functions ask of the queue of operations. Who feeds them from it is no concern of theirs. */
public interface Queue {

    /** Puts a message at its end. What returns is kept until it is booked or refused. */
    void send(String message);

    /**
     * Puts a message among those that nobody tries any more.
     *
     * @param reason why, by name; no value is empty
     */
    void bury(String message, Map<String, String> reason);

    /** Lets a message that was delivered wait before it is delivered again, counted from now. */
    void hide(String receipt, Duration wait);
}
