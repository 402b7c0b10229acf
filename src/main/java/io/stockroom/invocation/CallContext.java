package io.stockroom.invocation;

import java.time.Clock;
import java.time.Duration;

/**
 * Deadline and call counter, passed along to each call to Altegio.
 *
 * @param deadline the time by which the caller needs the result
 * @param calls    records the calls made to Altegio, across all deadlines of one request
 */
public record CallContext(Deadline deadline, UpstreamCalls calls) {

    /** Returns the context of a new request or message, without any calls. */
    public static CallContext until(Deadline deadline) {
        return new CallContext(deadline, new UpstreamCalls());
    }

    public static CallContext in(Duration time, Clock clock) {
        return until(Deadline.in(time, clock));
    }

    /** Returns the same context with a deadline that keeps a reserve: see {@link Deadline#minus}. */
    public CallContext minus(Duration reserve) {
        return new CallContext(deadline.minus(reserve), calls);
    }

    /** Returns the same context with a record of its own for its calls, which are added to the common one too. */
    public CallContext part() {
        return new CallContext(deadline, calls.part());
    }

    /** Returns the remaining time until the deadline; never negative. */
    public Duration remaining() {
        return deadline.remaining();
    }
}
