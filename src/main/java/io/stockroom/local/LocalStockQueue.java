package io.stockroom.local;

import io.stockroom.stock.StockConfig;
import io.stockroom.stock.StockQueue;
import io.stockroom.webhooks.InMemoryQueue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The queue of goods to look at, for development and tests, with the settings of the queue in template.yaml. */
@Singleton
public class LocalStockQueue implements StockQueue {

    private static final Duration VISIBILITY_TIMEOUT = Duration.ofSeconds(360);
    private static final int MAX_RECEIVE_COUNT = 100;

    private final InMemoryQueue messages;
    private final Duration window;

    LocalStockQueue(StockConfig config, Clock clock) {
        this.messages = new InMemoryQueue(VISIBILITY_TIMEOUT, MAX_RECEIVE_COUNT, clock);
        this.window = config.window();
    }

    @Override
    public void send(List<String> bodies) {
        bodies.forEach(body -> messages.send(body, window));
    }

    @Override
    public void delay(List<String> receiptHandles, Duration delay) {
        receiptHandles.forEach(handle -> messages.delay(handle, delay));
    }

    /** Returns the messages in it. */
    public InMemoryQueue messages() {
        return messages;
    }
}
