package io.stockroom.invocation;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** The calls to Altegio for one request, including logins and retries. Thread-safe. */
public final class UpstreamCalls {

    private final Queue<Duration> times = new ConcurrentLinkedQueue<>();
    private final AtomicInteger limited = new AtomicInteger();
    private final AtomicInteger reconciling = new AtomicInteger();

    public void add(Duration time) {
        times.add(time);
    }

    public void addLimited() {
        limited.incrementAndGet();
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
