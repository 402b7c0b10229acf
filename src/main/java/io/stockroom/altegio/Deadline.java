package io.stockroom.altegio;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The moment at which the function must have its answer, or must give up asking for it. */
public record Deadline(Instant at, Clock clock) {

    public static Deadline in(Duration time, Clock clock) {
        return new Deadline(clock.instant().plus(time), clock);
    }

    /** What is left until then; never negative. */
    public Duration left() {
        Duration left = Duration.between(clock.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }
}
