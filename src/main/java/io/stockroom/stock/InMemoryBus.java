package io.stockroom.stock;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A bus in the memory of one process: the embedded default, for development and tests. Keeps the newest events. */
public final class InMemoryBus implements EventBus {

    private static final int MAX_EVENTS = 1_000;

    private final Deque<StockEvent> events = new ArrayDeque<>();
    private final List<Consumer<StockEvent>> subscribers = new CopyOnWriteArrayList<>();

    @Override
    public List<StockEvent> put(List<StockEvent> added) {
        synchronized (this) {
            for (StockEvent event : added) {
                events.add(event);
                if (events.size() > MAX_EVENTS) {
                    events.remove();
                }
                subscribers.forEach(subscriber -> subscriber.accept(event));
            }
        }
        return List.of();
    }

    /** Returns the newest events, in their order. */
    public synchronized List<StockEvent> events() {
        return List.copyOf(events);
    }

    /** Passes on all events that are kept, and all that follow, until what it returns is run. The subscriber must not wait. */
    public synchronized Runnable subscribe(Consumer<StockEvent> subscriber) {
        events.forEach(subscriber);
        subscribers.add(subscriber);
        return () -> subscribers.remove(subscriber);
    }

    public synchronized void clear() {
        events.clear();
    }
}
