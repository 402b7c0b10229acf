package io.stockroom.api;

import io.stockroom.Await;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Base of the tests of what goes through the queue, which is empty before each test. */
abstract class QueuedApi extends ApiContract {

    abstract WorkQueue queue();

    @BeforeEach
    void emptyTheQueue() {
        queue().clear();
    }

    Instant now() {
        return queue().now();
    }

    void deliver() {
        queue().deliver();
    }

    /** Delivers the messages until none is left, those that are delayed too. */
    void deliverUntilEmpty() {
        Await.until(() -> {
            deliver();
            return queued() == 0;
        });
    }

    void enqueue(String message) {
        queue().enqueue(message);
    }

    int queued() {
        return queue().queued();
    }

    List<Map<String, String>> deadLetters() {
        return queue().deadLetters();
    }

    void redrive() {
        queue().redrive();
    }
}
