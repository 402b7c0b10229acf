package io.stockroom.invocation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls to Altegio for one request, including logins and retries. Thread-safe. */
public final class UpstreamCalls {

    private final UpstreamCalls all;
    private final Queue<Duration> times = new ConcurrentLinkedQueue<>();
    private final AtomicInteger limited = new AtomicInteger();
    private final AtomicInteger reconciling = new AtomicInteger();

    private volatile Long lastSent;

    public UpstreamCalls() {
        this(null);
    }

    private UpstreamCalls(UpstreamCalls all) {
        this.all = all;
    }

    /** Returns a record of some of the calls, which are also added to this one. */
    UpstreamCalls part() {
        return new UpstreamCalls(this);
    }

    /**
     * Adds a call that has just ended.
     *
     * @param sent when it was sent, by {@link System#nanoTime()}
     */
    public void add(long sent) {
        times.add(Duration.ofNanos(System.nanoTime() - sent));
        lastSent = sent;
        if (all != null) {
            all.add(sent);
        }
    }

    /** Returns when the last call to end was sent, by {@link System#nanoTime()}; empty if there was none. */
    public Optional<Long> lastSent() {
        return Optional.ofNullable(lastSent);
    }

    public void addLimited() {
        limited.incrementAndGet();
        if (all != null) {
            all.addLimited();
        }
    }

    /** Adds calls, which are in the times already, that searched for an operation whose outcome was unknown. */
    public void addReconciling(int calls) {
        reconciling.addAndGet(calls);
    }

    /** Returns how many calls searched for an operation whose outcome was unknown. */
    public int reconciling() {
        return reconciling.get();
    }

    /** Returns how long each call took, from sending it to its response or failure. */
    public List<Duration> times() {
        return List.copyOf(times);
    }

    /** Returns how many calls got a 429 from Altegio. */
    public int limited() {
        return limited.get();
    }
}
