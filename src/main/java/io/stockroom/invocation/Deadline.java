package io.stockroom.invocation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The time by which the invocation must respond, or by which a step of it must give up. */
public record Deadline(Instant at, Clock clock) {

    /** API Gateway's timeout, for callers that do not specify a time. */
    private static final Duration DEFAULT_TIME = Duration.ofSeconds(30);

    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /**
     * Returns the deadline of a Lambda invocation.
     *
     * @param milliseconds the remaining time that Lambda reports; zero or less if unknown, as with the mock event server
     * @param reserve      the part of it that is reserved for writing the response
     */
    public static Deadline ofFunction(long milliseconds, Duration reserve, Clock clock) {
        return in((milliseconds > 0 ? Duration.ofMillis(milliseconds) : DEFAULT_TIME).minus(reserve), clock);
    }

    /** Returns an earlier deadline that keeps a reserve for later steps, but at most half of the remaining time. */
    public Deadline minus(Duration reserve) {
        Duration half = remaining().dividedBy(2);
        return new Deadline(at.minus(reserve.compareTo(half) < 0 ? reserve : half), clock);
    }

    /** Returns the remaining time; never negative. */
    public Duration remaining() {
        Duration remaining = Duration.between(clock.instant(), at);
        return remaining.isNegative() ? Duration.ZERO : remaining;
    }
}
