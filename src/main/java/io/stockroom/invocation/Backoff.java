package io.stockroom.invocation;

import java.time.Duration;

/**
 * Exponential backoff: a delay that doubles with each attempt up to a maximum.
 *
 * @param base the delay after the first attempt
 * @param max  the maximum delay
 */
public record Backoff(Duration base, Duration max) {

    /** More would only overflow, long after any sensible maximum. */
    private static final int MAX_DOUBLINGS = 20;

    /** @param attempt the number of the failed attempt, starting at 1 */
    public Duration delay(int attempt) {
        Duration doubled = base.multipliedBy(1L << Math.min(Math.max(attempt - 1, 0), MAX_DOUBLINGS));
        return doubled.compareTo(max) < 0 ? doubled : max;
    }
}
