package io.stockroom.webhooks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A queue in the memory of one process: the embedded default, for development and tests. Behaves like SQS. */
public final class InMemoryQueue implements OperationQueue {

    private static final int MAX_BATCH_SIZE = 10;

    /**
     * @param receiptHandle identifies the last delivery; null before the first
     * @param sent          when the message was sent
     * @param visibleAt     when the message may be delivered again
     */
    public record Message(String id, String body, String receiptHandle, int receiveCount, Instant sent, Instant visibleAt) {
    }

    /** @param reason why the message was dead-lettered, the most important attribute first; empty if it was delivered too often */
    public record DeadLetter(String body, Map<String, String> reason) {
    }

    private final Duration visibilityTimeout;
    private final int maxReceiveCount;
    private final Clock clock;
    private final List<Message> messages = new ArrayList<>();
    private final List<DeadLetter> deadLetters = new ArrayList<>();

    /**
     * @param visibilityTimeout how long a delivered message stays hidden, unless its delay is set
     * @param maxReceiveCount   deliveries before a message is dead-lettered
     */
    public InMemoryQueue(Duration visibilityTimeout, int maxReceiveCount, Clock clock) {
        this.visibilityTimeout = visibilityTimeout;
        this.maxReceiveCount = maxReceiveCount;
        this.clock = clock;
    }

    @Override
    public void send(String message) {
        send(message, Duration.ZERO);
    }

    /** Sends a message that is first delivered after a delay. */
    public synchronized void send(String message, Duration delay) {
        Instant now = clock.instant();
        messages.add(new Message(UUID.randomUUID().toString(), message, null, 0, now, now.plus(delay)));
    }

    @Override
    public synchronized void deadLetter(String message, Map<String, String> reason) {
        deadLetters.add(new DeadLetter(message, Collections.unmodifiableMap(new LinkedHashMap<>(reason))));
    }

    @Override
    public synchronized void delay(String receiptHandle, Duration delay) {
        messages.replaceAll(message -> !receiptHandle.equals(message.receiptHandle()) ? message
                : new Message(message.id(), message.body(), receiptHandle, message.receiveCount(), message.sent(),
                        clock.instant().plus(delay)));
    }

    /** Delivers the oldest visible messages, at most 10, each with a new receipt handle. */
    public List<Message> receive() {
        return receive(MAX_BATCH_SIZE);
    }

    /** Delivers the oldest visible messages, each with a new receipt handle. */
    public synchronized List<Message> receive(int max) {
        Instant now = clock.instant();
        List<Message> batch = new ArrayList<>();
        for (Message message : List.copyOf(messages)) {
            if (batch.size() < max && !message.visibleAt().isAfter(now)) {
                messages.remove(message);
                if (message.receiveCount() == maxReceiveCount) {
                    deadLetter(message.body(), Map.of());
                } else {
                    batch.add(new Message(message.id(), message.body(), UUID.randomUUID().toString(), message.receiveCount() + 1,
                            message.sent(), now.plus(visibilityTimeout)));
                }
            }
        }
        messages.addAll(batch);
        return batch;
    }

    /** Removes the messages that were delivered under these receipt handles. */
    public synchronized void delete(List<String> receiptHandles) {
        messages.removeIf(message -> receiptHandles.contains(message.receiptHandle()));
    }

    /** Returns the messages in the queue, hidden ones included. */
    public synchronized List<Message> messages() {
        return List.copyOf(messages);
    }

    public synchronized List<DeadLetter> deadLetters() {
        return List.copyOf(deadLetters);
    }

    /** Removes all messages, dead-lettered ones included. */
    public synchronized void clear() {
        messages.clear();
        deadLetters.clear();
    }
}
