package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.invocation.Backoff;
import io.stockroom.invocation.Deadline;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Retries transient failures, outages and Altegio's rate limit, with exponential backoff and full jitter, and never past the
 * deadline.
 */
@ApplicationScoped
class RetryPolicy {

    private final int maxAttempts;
    private final Backoff backoff;

    RetryPolicy(AltegioConfig altegio) {
        this.maxAttempts = altegio.retry().attempts();
        this.backoff = new Backoff(altegio.retry().baseDelay(), altegio.retry().maxDelay());
    }

    /** For requests that change nothing. */
    <T> T read(Supplier<T> attempt, Deadline deadline) {
        return run(attempt, deadline, failure -> true);
    }

    /** For requests that must not be processed twice: retried only after a failure that was definitely not processed. */
    <T> T write(Supplier<T> attempt, Deadline deadline) {
        return run(attempt, deadline, AltegioException::definitelyNotProcessed);
    }

    private <T> T run(Supplier<T> attempt, Deadline deadline, Predicate<AltegioException> isRetryable) {
        for (int number = 1;; number++) {
            try {
                return attempt.get();
            } catch (AltegioException failure) {
                boolean isTransient = failure.isOutage() || failure instanceof RateLimitedException;
                if (number >= maxAttempts || !isTransient || !isRetryable.test(failure)) {
                    throw failure;
                }
                pause(failure, number, deadline);
            }
        }
    }

    /**
     * Waits before the next attempt, at least as long as Altegio asks for. After a 429 the rate limiter pauses all requests, so here
     * only the deadline is checked.
     */
    private void pause(AltegioException failure, int number, Deadline deadline) {
        boolean limited = failure instanceof RateLimitedException;
        Duration backoffDelay = limited ? Duration.ZERO : jittered(number);
        Duration wait = backoffDelay.compareTo(failure.requestedDelay()) < 0 ? failure.requestedDelay() : backoffDelay;
        if (wait.compareTo(deadline.remaining()) >= 0) {
            throw failure;
        }
        try {
            Thread.sleep(limited ? 0 : wait.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimedOutException(failure.definitelyNotProcessed(), e);
        }
    }

    /** Returns a random delay up to the backoff (full jitter). */
    private Duration jittered(int number) {
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(backoff.delay(number).toMillis() + 1));
    }
}
