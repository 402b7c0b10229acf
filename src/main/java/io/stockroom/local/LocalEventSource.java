package io.stockroom.local;

import io.stockroom.webhooks.InMemoryQueue;
import io.stockroom.webhooks.InMemoryQueue.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Delivers queued messages to their functions, as Lambda's event source mappings do. */
@ApplicationScoped
public class LocalEventSource {

    private static final String APPLY_WEBHOOK = "apply-webhook";
    private static final String ANNOUNCE_STOCK = "announce-stock";

    private static final int MAX_STOCK_BATCH = 500;

    private final InMemoryQueue queue;
    private final LocalStockQueue stockQueue;
    private final LocalFunctions functions;
    private final Clock clock;

    LocalEventSource(InMemoryQueue queue, LocalStockQueue stockQueue, LocalFunctions functions, Clock clock) {
        this.queue = queue;
        this.stockQueue = stockQueue;
        this.functions = functions;
        this.clock = clock;
    }

    /** Delivers one batch of visible messages to apply-webhook; returns false if there are none. */
    public boolean deliver() {
        return deliver(queue, queue.receive(), APPLY_WEBHOOK);
    }

    /** Delivers one batch of visible messages to announce-stock; returns false if there are none. */
    public boolean deliverStock() {
        return deliver(stockQueue.messages(), stockQueue.messages().receive(MAX_STOCK_BATCH), ANNOUNCE_STOCK);
    }

    private boolean deliver(InMemoryQueue source, List<Message> batch, String function) {
        if (!batch.isEmpty()) {
            QueueEvent event = QueueEvent.at(clock.instant());
            batch.forEach(message -> event.message(message.id(), message.receiptHandle(), message.body(), message.receiveCount(),
                    message.sent()));
            Set<String> failed = functions.call(function, event);
            source.delete(batch.stream().filter(message -> !failed.contains(message.id())).map(Message::receiptHandle).toList());
        }
        return !batch.isEmpty();
    }
}
