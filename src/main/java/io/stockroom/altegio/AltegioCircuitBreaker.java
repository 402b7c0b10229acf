package io.stockroom.altegio;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.stockroom.altegio.AltegioException.CircuitBreakerOpenException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.problems.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Circuit breaker for Altegio. It opens once too many recent requests have met an outage; after a while one trial request is let
 * through. Any other failure (a rejection, a 429, an invalid response) shows that Altegio is up.
 */
@ApplicationScoped
class AltegioCircuitBreaker {

    private final Clock clock;
    private final CircuitBreaker circuitBreaker;
    private volatile Instant openUntil = Instant.MIN;

    AltegioCircuitBreaker(AltegioConfig altegio, Clock clock) {
        AltegioConfig.CircuitBreaker config = altegio.circuitBreaker();
        boolean disabled = config.failureRate() == 0;
        this.clock = clock;
        circuitBreaker = CircuitBreaker.of("altegio", CircuitBreakerConfig.custom()
                .slidingWindow((int) config.window().toSeconds(), config.minimumCalls(), SlidingWindowType.TIME_BASED)
                .failureRateThreshold(disabled ? 100 : config.failureRate())
                .waitDurationInOpenState(config.openDuration())
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordException(failure -> failure instanceof AltegioException known && known.isOutage())
                .ignoreException(failure -> failure instanceof TimedOutException timedOut && !timedOut.isOutage())
                .writableStackTraceEnabled(false)
                .clock(clock)
                .build());
        circuitBreaker.getEventPublisher().onStateTransition(change -> {
            if (change.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                openUntil = clock.instant().plus(config.openDuration());
            }
        });
        if (disabled) {
            circuitBreaker.transitionToDisabledState();
        }
    }

    /**
     * Checks the state before the caller waits for a permit.
     *
     * @throws CircuitBreakerOpenException while the circuit breaker is open
     */
    void check() {
        if (clock.instant().isBefore(openUntil)) {
            throw open();
        }
    }

    /**
     * Sends the request and records its result.
     *
     * @throws CircuitBreakerOpenException if the request was not permitted
     */
    <T> T call(Supplier<T> request) {
        try {
            return circuitBreaker.executeSupplier(request);
        } catch (CallNotPermittedException e) {
            throw open();
        }
    }

    private CircuitBreakerOpenException open() {
        Duration remaining = Duration.between(clock.instant(), openUntil);
        return new CircuitBreakerOpenException(
                remaining.compareTo(Problem.MIN_RETRY_AFTER) < 0 ? Problem.MIN_RETRY_AFTER : remaining);
    }
}
