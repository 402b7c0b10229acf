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

/** Records the requests to the API, and enforces the rate limit. */
public final class TrafficRecorder {

    /** A request, admitted or rejected with 429. */
    public record Arrival(Instant at, String route, boolean limited) {
    }

    /** Enough to measure a rate, and a bound on memory use. */
    private static final int MAX_ARRIVALS = 100_000;

    private final Clock clock;
    private final Deque<Arrival> arrivals = new ArrayDeque<>();
    private final List<Instant> admitted = new ArrayList<>();
    private final Map<String, Long> counts = new TreeMap<>();
    private SandboxRate rate;
    private long limited;

    TrafficRecorder(Clock clock, SandboxRate rate) {
        this.clock = clock;
        this.rate = rate;
    }

    /** Changes the limit, starting with the next request. */
    public synchronized void limit(SandboxRate rate) {
        this.rate = rate;
    }

    /** Records a request; returns a 429 response with the time to wait if it exceeds the limit, otherwise empty. */
    synchronized Optional<SandboxResponse> arrive(String route) {
        Instant now = clock.instant();
        Duration wait = longer(wait(now, rate.perSecond(), Duration.ofSeconds(1)),
                wait(now, rate.perMinute(), Duration.ofMinutes(1)));
        boolean overLimit = wait.compareTo(Duration.ZERO) > 0;
        addArrival(new Arrival(now, route, overLimit));
        if (!overLimit) {
            admit(now);
            return Optional.empty();
        }
        // The live service has been seen to send 0 seconds. Whether it sends the header is not known: here, every second time.
        SandboxResponse response = SandboxResponse.tooManyRequests(wait.toSeconds());
        return Optional.of(++limited % 2 == 0 ? response.retryAfter(wait.toSeconds() + 1) : response);
    }

    /** Returns the requests in order of arrival, up to the last 100,000. */
    public synchronized List<Arrival> arrivals() {
        return List.copyOf(arrivals);
    }

    /** Returns the number of requests to a route, including rejected ones. */
    public long count(SandboxRoute route) {
        return counts().getOrDefault(route.title(), 0L);
    }

    /** Returns the number of requests by route, including rejected ones. */
    public synchronized Map<String, Long> counts() {
        return new TreeMap<>(counts);
    }

    /** Returns the number of requests rejected with 429 because of the rate limit. */
    public synchronized long limited() {
        return limited;
    }

    /** Returns the maximum number of requests that arrived within any window of this length. */
    public int busiest(Duration window) {
        List<Instant> times = arrivals().stream().map(Arrival::at).sorted().toList();
        int max = 0;
        int first = 0;
        for (int last = 0; last < times.size(); last++) {
            while (!times.get(first).plus(window).isAfter(times.get(last))) {
                first++;
            }
            max = Math.max(max, last - first + 1);
        }
        return max;
    }

    synchronized void reset() {
        arrivals.clear();
        admitted.clear();
        counts.clear();
        limited = 0;
    }

    /** Returns the time until the window has room for another request. */
    private Duration wait(Instant now, int limit, Duration window) {
        if (limit == 0 || admitted.size() < limit) {
            return Duration.ZERO;
        }
        return Duration.between(now, admitted.get(admitted.size() - limit).plus(window));
    }

    private void addArrival(Arrival arrival) {
        counts.merge(arrival.route(), 1L, Long::sum);
        arrivals.addLast(arrival);
        if (arrivals.size() > MAX_ARRIVALS) {
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
