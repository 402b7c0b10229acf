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

    /** API Gateway's own limit, for callers that name no time. */
    private static final Duration UNKNOWN_TIME = Duration.ofSeconds(30);

    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time), clock, new Calls());
    }

    /**
     * That of a function.
     *
     * @param milliseconds that Lambda leaves it; zero or less is unknown: the mock event server names no time
     * @param reserve      kept of them to answer
     */
    public static Deadline ofFunction(long milliseconds, Duration reserve, Clock clock) {
        return in((milliseconds > 0 ? Duration.ofMillis(milliseconds) : UNKNOWN_TIME).minus(reserve), clock);
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
