package io.stockroom.local;

import io.stockroom.webhooks.Queue;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The queue of development and tests, with the settings of the template's: in memory, and no older than the process. */
@ApplicationScoped
public class LocalQueue implements Queue {

    static final int MOST_RECEIVES = 100;

    private static final Duration HIDDEN = Duration.ofSeconds(360);
    private static final int BATCH = 10;
    private static final String FUNCTION = "apply-webhook";

    /**
     * @param receipt of its last delivery; null before the first
     * @param visible when it may be delivered again
     */
    record Message(String id, String body, String receipt, int receives, Instant visible) {
    }

    /** @param reason why nobody tries it any more; empty when it was delivered too often */
    record DeadLetter(String body, Map<String, String> reason) {
    }

    private final List<Message> messages = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();
    private final LocalFunctions functions;
    private final Clock clock;

    LocalQueue(LocalFunctions functions, Clock clock) {
        this.functions = functions;
        this.clock = clock;
    }

    @Override
    public synchronized void send(String message) {
        messages.add(new Message(UUID.randomUUID().toString(), message, null, 0, clock.instant()));
    }

    @Override
    public synchronized void bury(String message, Map<String, String> reason) {
        deadLetters.add(new DeadLetter(message, Map.copyOf(reason)));
    }

    @Override
    public synchronized void hide(String receipt, Duration wait) {
        messages.replaceAll(message -> !receipt.equals(message.receipt()) ? message
                : new Message(message.id(), message.body(), receipt, message.receives(), clock.instant().plus(wait)));
    }

    /** Hands the oldest visible messages to the function, as Lambda does; false when there are none. */
    public boolean deliver() {
        List<Message> batch = receive();
        if (!batch.isEmpty()) {
            QueueEvent event = QueueEvent.at(clock.instant());
            batch.forEach(message -> event.message(message.id(), message.receipt(), message.body(), message.receives()));
            Set<String> failed = functions.call(FUNCTION, event);
            delete(batch.stream().filter(message -> !failed.contains(message.id())).map(Message::receipt).toList());
        }
        return !batch.isEmpty();
    }

    /** How many messages are in it, those that are hidden included. */
    public synchronized int size() {
        return messages.size();
    }

    /** Why each of the dead letters is one. */
    public synchronized List<Map<String, String>> reasons() {
        return deadLetters.stream().map(DeadLetter::reason).toList();
    }

    synchronized List<Message> waiting() {
        return List.copyOf(messages);
    }

    synchronized List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }

    public synchronized void clear() {
        messages.clear();
        deadLetters.clear();
    }

    private synchronized List<Message> receive() {
        Instant now = clock.instant();
        List<Message> batch = new ArrayList<>();
        for (Message message : List.copyOf(messages)) {
            if (batch.size() < BATCH && !message.visible().isAfter(now)) {
                messages.remove(message);
                if (message.receives() == MOST_RECEIVES) {
                    bury(message.body(), Map.of());
                } else {
                    batch.add(new Message(message.id(), message.body(), UUID.randomUUID().toString(), message.receives() + 1, now.plus(HIDDEN)));
                }
            }
        }
        messages.addAll(batch);
        return batch;
    }

    private synchronized void delete(List<String> receipts) {
        messages.removeIf(message -> receipts.contains(message.receipt()));
    }
}
