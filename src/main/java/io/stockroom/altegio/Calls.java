package io.stockroom.altegio;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** What Altegio was asked for one request, log-ins and repeated attempts included. Several threads may ask. */
public final class Calls {

    private final Queue<Duration> times = new ConcurrentLinkedQueue<>();
    private final AtomicInteger limited = new AtomicInteger();

    void add(Duration time) {
        times.add(time);
    }

    void addLimited() {
        limited.incrementAndGet();
    }

    /** How long each call took, from sending it to its answer or failure. */
    public List<Duration> times() {
        return List.copyOf(times);
    }

    /** How many of them Altegio answered with 429. */
    public int limited() {
        return limited.get();
    }
}
