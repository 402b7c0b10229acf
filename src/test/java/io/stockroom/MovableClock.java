package io.stockroom;

import java.time.Duration;
import java.time.Instant;

/** A clock that stands still until a test advances it. */
public final class MovableClock extends UtcClock {

    private static final Instant START = Instant.parse("2026-11-23T10:00:00Z");

    private volatile Instant now = START;

    /** Returns to the time at which it was created. */
    public void reset() {
        now = START;
    }

    public void move(Duration time) {
        now = now.plus(time);
    }

    @Override
    public Instant instant() {
        return now;
    }
}
