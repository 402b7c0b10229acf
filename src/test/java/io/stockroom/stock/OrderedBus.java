package io.stockroom.stock;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Assertions;

/** A bus that fails the test if an older look is announced after a newer one. It can be made to fail, or to stop the instance. */
final class OrderedBus implements EventBus {

    private final List<StockEvent> events = new ArrayList<>();
    private final Map<GoodKey, StockEvent> newest = new HashMap<>();
    private int calls;
    private Runnable beforeCall = () -> {
    };
    private Runnable afterCall = () -> {
    };
    private UnaryOperator<List<StockEvent>> taken = UnaryOperator.identity();
    private boolean losesResponses;

    /** Runs this with each call, before anything is taken. */
    void beforeCall(Runnable action) {
        beforeCall = action;
    }

    /** Runs this with each call, after everything was taken. */
    void afterCall(Runnable action) {
        afterCall = action;
    }

    /** Takes only some events, and rejects the others. */
    void taking(UnaryOperator<List<StockEvent>> selection) {
        taken = selection;
    }

    /** Takes all events, and reports all as rejected. */
    void loseResponses(boolean isLosing) {
        losesResponses = isLosing;
    }

    @Override
    public synchronized List<StockEvent> put(List<StockEvent> put) {
        calls++;
        beforeCall.run();
        List<StockEvent> accepted = taken.apply(put);
        for (StockEvent event : accepted) {
            StockEvent last = newest.put(new GoodKey(event.locationId(), event.goodId()), event);
            Assertions.assertTrue(last == null || last.asOf().compareTo(event.asOf()) < 0,
                    () -> "An older look was announced after a newer one: " + event + " after " + last);
            events.add(event);
        }
        afterCall.run();
        return losesResponses ? put : put.stream().filter(event -> !accepted.contains(event)).toList();
    }

    synchronized List<StockEvent> events() {
        return List.copyOf(events);
    }

    synchronized int calls() {
        return calls;
    }

    /** Returns what was announced last of a good; null if nothing was. */
    synchronized GoodStock last(GoodKey good) {
        StockEvent event = newest.get(good);
        return event == null ? null : event.stock();
    }
}
