package io.stockroom.local.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The requests to the API as they arrived, and the limit on their rate. */
public final class Traffic {

    /** A request, let in or turned away with 429. */
    public record Arrival(Instant at, String route, boolean limited) {
    }

    /** Enough to measure a rate, and no more memory however long the sandbox runs. */
    private static final int KEPT = 100_000;

    private final Clock clock;
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private final List<Instant> admitted = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private SandboxRate rate;
    private long limited;

    Traffic(Clock clock, SandboxRate rate) {
        this.clock = clock;
        this.rate = rate;
    }

    /** Changes the limit from the next request on. */
    public synchronized void limit(SandboxRate rate) {
        this.rate = rate;
    }

    /** Notes a request. An answer means that it comes too early, and says how long to wait. */
    synchronized Optional<Answer> arrive(String route) {
        Instant now = clock.instant();
        Duration wait = longer(wait(now, rate.perSecond(), Duration.ofSeconds(1)),
                wait(now, rate.perMinute(), Duration.ofMinutes(1)));
        boolean tooEarly = wait.compareTo(Duration.ZERO) > 0;
        note(new Arrival(now, route, tooEarly));
        if (!tooEarly) {
            admit(now);
            return Optional.empty();
        }
        // Live, the message has been seen with 0 seconds. Whether a header comes with it is not known: here, at times.
        Answer answer = Answer.tooMany(wait.toSeconds());
        return Optional.of(++limited % 2 == 0 ? answer.retryAfter(wait.toSeconds() + 1) : answer);
    }

    /** All requests, or the last hundred thousand, in the order of their arrival. */
    public synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** How many requests a route has had, with those turned away. */
    public long count(SandboxRoute route) {
        return counts().getOrDefault(route.title(), 0L);
    }

    /** Requests by route, with those turned away. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** How many requests were answered with 429 for their rate. */
    public synchronized long limited() {
        return limited;
    }

    /** The most requests that arrived within any stretch of time this long. */
    public int busiest(Duration window) {
        List<Instant> times = arrivals().stream().map(Arrival::at).sorted().toList();
        int most = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(first).plus(window).isAfter(times.get(last))) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    synchronized void reset() {
        arrivals.clear();
        admitted.clear();
        counts.clear();
        limited = 0;
    }

    /** How long until the oldest request which fills the window has left it. */
    private Duration wait(Instant now, int limit, Duration window) {
        if (limit == 0 || admitted.size() < limit) {
            return Duration.ZERO;
        }
        return Duration.between(now, admitted.get(admitted.size() - limit).plus(window));
    }

    private void note(Arrival arrival) {
        counts.merge(arrival.route(), 1L, Long::sum);
        arrivals.addLast(arrival);
        if (arrivals.size() > KEPT) {
            arrivals.removeFirst();
        }
    }

    private void admit(Instant now) {
        admitted.add(now);
        while (admitted.size() > Math.max(rate.perSecond(), rate.perMinute())) {
            admitted.remove(0);
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
