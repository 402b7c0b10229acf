package io.stockroom.stock;

import java.time.Duration;
import java.util.List;

/** The queue of goods to look at. Delivery to a function is up to the event source mapping. */
public interface StockQueue {

    /** Sends messages, which are delivered after the window at the earliest. Throws {@link StockQueueUnavailableException}. */
    void send(List<String> messages);

    /** Delays the next delivery of received messages, counted from now. Throws {@link StockQueueUnavailableException}. */
    void delay(List<String> receiptHandles, Duration delay);

    /** Checks that messages can be sent, without sending any. Throws {@link StockQueueUnavailableException} otherwise. */
    default void check() {
    }
}
