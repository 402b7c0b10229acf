package io.stockroom.local;

import io.stockroom.webhooks.InMemoryQueue;
import io.stockroom.webhooks.InMemoryQueue.Message;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;

/** Delivers queued messages to apply-webhook, as Lambda's event source mapping does. */
@ApplicationScoped
public class LocalEventSource {

    private static final String FUNCTION = "apply-webhook";

    private final InMemoryQueue queue;
    private final LocalFunctions functions;
    private final Clock clock;

    LocalEventSource(InMemoryQueue queue, LocalFunctions functions, Clock clock) {
        this.queue = queue;
        this.functions = functions;
        this.clock = clock;
    }

    /** Delivers one batch of visible messages; returns false if there are none. */
    public boolean deliver() {
        List<Message> batch = queue.receive();
        if (!batch.isEmpty()) {
            QueueEvent event = QueueEvent.at(clock.instant());
            batch.forEach(message -> event.message(message.id(), message.receiptHandle(), message.body(), message.receiveCount()));
            Set<String> failed = functions.call(FUNCTION, event);
            queue.delete(batch.stream().filter(message -> !failed.contains(message.id())).map(Message::receiptHandle).toList());
        }
        return !batch.isEmpty();
    }
}
