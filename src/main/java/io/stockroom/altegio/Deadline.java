package io.stockroom.altegio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * The moment at which the function must have its answer, or must give up asking for it.
 *
 * @param calls counts what is asked of Altegio until then
 */
public record Deadline(Instant at, Clock clock, Calls calls) {

    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time), clock, new Calls());
    }

    /** So much earlier, to keep time for what comes after; never more than half of what is left. */
    public Deadline earlier(Duration reserve) {
        Duration half = left().dividedBy(2);
        return new Deadline(at.minus(reserve.compareTo(half) < 0 ? reserve : half), clock, calls);
    }

    /** What is left until then; never negative. */
    public Duration left() {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
