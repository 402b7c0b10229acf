package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.invocation.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;

/**
 * Sliding-window rate limiter, FIFO, for all requests of the process. Altegio counts a request per second and per minute from its
 * arrival there, which is certain once its response is here. A caller that cannot get a permit before its deadline fails
 * immediately.
 */
@ApplicationScoped
class RateLimiter {

    /** Altegio's longest window is a minute: a longer delay applies only to the caller that received it. */
    private static final Duration MAX_PAUSE = Duration.ofMinutes(1);

    private record Window(int limit, Duration length) {
    }

    /** A permit for one request. Close it when the response has arrived: by then Altegio has definitely counted the request. */
    final class Permit implements AutoCloseable {
        private Instant countedAt;

        @Override
        public void close() {
            release(this);
        }
    }

    private final Clock clock;
    private final Duration margin;
    private final List<Window> windows;
    private final List<Permit> issued = new ArrayList<>();
    private final Queue<Permit> waiting = new ArrayDeque<>();
    private Instant pausedUntil = Instant.MIN;

    RateLimiter(AltegioConfig config, Clock clock) {
        this.clock = clock;
        this.margin = config.rate().margin();
        this.windows = Stream.of(new Window(config.rate().perSecond(), Duration.ofSeconds(1)),
                new Window(config.rate().perMinute(), Duration.ofMinutes(1))).filter(window -> window.limit > 0).toList();
    }

    /**
     * Waits for a permit.
     *
     * @throws RateLimitedException if none is available before the deadline; it contains the delay until one would be
     */
    synchronized Permit acquire(Deadline deadline) {
        Permit mine = new Permit();
        waiting.add(mine);
        try {
            while (true) {
                Instant now = clock.instant();
                Duration wait = Duration.between(now, availableAt(mine, now));
                if (wait.compareTo(deadline.remaining()) > 0) {
                    throw new RateLimitedException(wait);
                }
                if (wait.isZero() && waiting.peek() == mine) {
                    issue(mine);
                    return mine;
                }
                wait(Math.max(1, wait.plusNanos(999_999).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOutException(true, e);
        } finally {
            waiting.remove(mine);
            notifyAll();
        }
    }

    /** Pauses all requests for the delay that Altegio asks for, at most a minute. */
    synchronized void pauseFor(Duration delay) {
        Instant until = clock.instant().plus(delay.compareTo(MAX_PAUSE) < 0 ? delay : MAX_PAUSE);
        pausedUntil = later(pausedUntil, until);
        notifyAll();
    }

    private void issue(Permit permit) {
        permit.countedAt = clock.instant().plus(margin);
        issued.add(permit);
    }

    private synchronized void release(Permit permit) {
        Instant now = clock.instant();
        permit.countedAt = permit.countedAt.isBefore(now) ? permit.countedAt : now;
        notifyAll();
    }

    /** Returns when the permit is available if all callers ahead of it get theirs as soon as possible. */
    private Instant availableAt(Permit mine, Instant now) {
        issued.removeIf(permit -> windows.stream().noneMatch(window -> permit.countedAt.plus(window.length).isAfter(now)));
        List<Instant> counted = new ArrayList<>(issued.stream().map(permit -> permit.countedAt).toList());
        for (Permit permit : waiting) {
            Collections.sort(counted);
            Instant at = later(now, pausedUntil);
            for (Window window : windows) {
                if (counted.size() >= window.limit) {
                    at = later(at, counted.get(counted.size() - window.limit).plus(window.length));
                }
            }
            if (permit == mine) {
                return at;
            }
            counted.add(at);
        }
        throw new IllegalStateException("The permit is not in the queue");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
