package io.stockroom.altegio;

import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.AltegioFailure.TimedOut;
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
 * Keeps all requests of the process within Altegio's limits, in any second and any minute as Altegio counts them: from when a
 * request arrives there, which is known once it is answered. Callers take turns in the order of their coming; whoever can't
 * have one in time is told so at once.
 */
@ApplicationScoped
class Limiter {

    /** Altegio counts in minutes at most: a longer wait that it names is for its caller to respect, not for all others. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    private record Window(int limit, Duration length) {
    }

    /** Leave for one request. Closed when its answer is there: by then it has surely been counted. */
    final class Turn implements AutoCloseable {
        private Instant counted;

        @Override
        public void close() {
            answered(this);
        }
    }

    private final Clock clock;
    private final Duration margin;
    private final List<Window> windows;
    private final List<Turn> taken = new ArrayList<>();
    private final Queue<Turn> waiting = new ArrayDeque<>();
    private Instant heldUntil = Instant.MIN;

    Limiter(AltegioConfig config, Clock clock) {
        this.clock = clock;
        this.margin = config.rate().margin();
        this.windows = Stream.of(new Window(config.rate().perSecond(), Duration.ofSeconds(1)),
                new Window(config.rate().perMinute(), Duration.ofMinutes(1))).filter(window -> window.limit > 0).toList();
    }

    /**
     * Waits for a turn.
     *
     * @throws Limited when there is none before the deadline; it says when there would be one
     */
    synchronized Turn turn(Deadline deadline) {
        Turn mine = new Turn();
        waiting.add(mine);
        try {
            while (true) {
                Instant now = clock.instant();
                Duration wait = Duration.between(now, next(mine, now));
                if (wait.compareTo(deadline.left()) > 0) {
                    throw new Limited(wait);
                }
                if (wait.isZero() && waiting.peek() == mine) {
                    take(mine);
                    return mine;
                }
                wait(Math.max(1, wait.plusNanos(999_999).toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut(true, e);
        } finally {
            waiting.remove(mine);
            notifyAll();
        }
    }

    /** Altegio wants to be left alone for so long: nobody has a turn before. */
    synchronized void hold(Duration wait) {
        Instant until = clock.instant().plus(wait.compareTo(LONGEST_HOLD) < 0 ? wait : LONGEST_HOLD);
        heldUntil = later(heldUntil, until);
        notifyAll();
    }

    private void take(Turn turn) {
        turn.counted = clock.instant().plus(margin);
        taken.add(turn);
    }

    private synchronized void answered(Turn turn) {
        Instant now = clock.instant();
        turn.counted = turn.counted.isBefore(now) ? turn.counted : now;
        notifyAll();
    }

    /** When it is this one's turn, if all before it take theirs as soon as they may. */
    private Instant next(Turn mine, Instant now) {
        taken.removeIf(turn -> windows.stream().noneMatch(window -> turn.counted.plus(window.length).isAfter(now)));
        List<Instant> counted = new ArrayList<>(taken.stream().map(turn -> turn.counted).toList());
        for (Turn turn : waiting) {
            Collections.sort(counted);
            Instant at = later(now, heldUntil);
            for (Window window : windows) {
                if (counted.size() >= window.limit) {
                    at = later(at, counted.get(counted.size() - window.limit).plus(window.length));
                }
            }
            if (turn == mine) {
                return at;
            }
            counted.add(at);
        }
        throw new IllegalStateException("Nobody waits for this turn");
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
