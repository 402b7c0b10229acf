package io.stockroom;

import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** The clock of the functions under test: the system's, until a test makes it jump. */
public final class JumpingClock extends Clock {

    private volatile Duration ahead = Duration.ZERO;

    public synchronized void jump(Duration time) {
        ahead = ahead.plus(time);
    }

    /** Jumps back to the system's time: a clock that is minutes ahead of Altegio's is another matter. */
    public synchronized void reset() {
        ahead = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Stockroom knows no zone");
    }

    /** Takes the place of the system's clock in a running Quarkus. */
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
