package io.stockroom;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The clock of the functions under test: the system clock, plus the time by which tests have advanced it. */
public final class JumpingClock extends UtcClock {

    private volatile Duration ahead = Duration.ZERO;

    public synchronized void jump(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Returns to the system time: a clock minutes ahead of Altegio's would be a different case, clock skew. */
    public synchronized void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    /** Replaces the system clock in a running Quarkus. */
    static class Producer {

        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        Clock clock() {
            return new JumpingClock();
        }
    }
}
