package io.stockroom.altegio;

import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Tries again what may pass: an outage, and Altegio's limit. Between attempts it waits at random up to a time that doubles,
 * so that many callers don't come back together, and never so long that no time is left.
 */
@ApplicationScoped
class Retry {

    private final AltegioConfig.Retry config;

    Retry(AltegioConfig altegio) {
        this.config = altegio.retry();
    }

    /** For what changes nothing. */
    <T> T read(Supplier<T> attempt, Deadline deadline) {
        return run(attempt, deadline, failure -> true);
    }

    /** For what must not be done twice: tried again only if it surely was not done. */
    <T> T write(Supplier<T> attempt, Deadline deadline) {
        return run(attempt, deadline, AltegioFailure::surelyNotProcessed);
    }

    private <T> T run(Supplier<T> attempt, Deadline deadline, Predicate<AltegioFailure> harmless) {
        for (int number = 1;; number++) {
            try {
                return attempt.get();
            } catch (AltegioFailure failure) {
                boolean mayPass = failure.isOutage() || failure instanceof Limited;
                if (number >= config.attempts() || !mayPass || !harmless.test(failure)) {
                    throw failure;
                }
                pause(failure, number, deadline);
            }
        }
    }

    /** The limiter makes everybody wait for what Altegio names; here it matters only whether there is time for it. */
    private void pause(AltegioFailure failure, int number, Deadline deadline) {
        Duration backOff = failure instanceof Limited ? Duration.ZERO : backOff(number);
        Duration wait = failure instanceof Limited limited ? limited.retryAfter() : backOff;
        if (wait.compareTo(deadline.left()) >= 0) {
            throw failure;
        }
        try {
            Thread.sleep(backOff.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOut(failure.surelyNotProcessed(), e);
        }
    }

    private Duration backOff(int number) {
        // A shift by more would overflow, long after the longest delay is reached.
        Duration doubled = config.firstDelay().multipliedBy(1L << Math.min(number - 1, 20));
        Duration most = doubled.compareTo(config.longestDelay()) < 0 ? doubled : config.longestDelay();
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most.toMillis() + 1));
    }
}
