package io.stockroom.altegio;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.stockroom.altegio.AltegioFailure.BreakerOpen;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * Leaves an Altegio alone that is down: once too many of the recent requests have met an outage, all are refused for a
 * while, and then one may try. Any other answer, a refusal, a 429 or nonsense, shows that it is up.
 */
@ApplicationScoped
class Breaker {

    /** While somebody tries, it is soon known how it went. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Clock clock;
    private final CircuitBreaker circuit;
    private volatile Instant restsUntil = Instant.MIN;

    Breaker(AltegioConfig altegio, Clock clock) {
        AltegioConfig.Breaker config = altegio.breaker();
        boolean off = config.failures() == 0;
        this.clock = clock;
        circuit = CircuitBreaker.of("altegio", CircuitBreakerConfig.custom()
                .slidingWindow((int) config.window().toSeconds(), config.calls(), SlidingWindowType.TIME_BASED)
                .failureRateThreshold(off ? 100 : config.failures())
                .waitDurationInOpenState(config.rest())
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordException(failure -> failure instanceof AltegioFailure known && known.isOutage())
                .ignoreException(failure -> failure instanceof TimedOut late && !late.isOutage())
                .writableStackTraceEnabled(false)
                .clock(clock)
                .build());
        circuit.getEventPublisher().onStateTransition(change -> {
            if (change.getStateTransition().getToState() == CircuitBreaker.State.OPEN) {
                restsUntil = clock.instant().plus(config.rest());
            }
        });
        if (off) {
            circuit.transitionToDisabledState();
        }
    }

    /**
     * Looks, before a turn is waited for in vain.
     *
     * @throws BreakerOpen while all are refused
     */
    void check() {
        if (clock.instant().isBefore(restsUntil)) {
            throw open();
        }
    }

    /**
     * Makes the request, and notes how it went.
     *
     * @throws BreakerOpen when it was not made
     */
    <T> T call(Supplier<T> request) {
        try {
            return circuit.executeSupplier(request);
        } catch (CallNotPermittedException e) {
            throw open();
        }
    }

    private BreakerOpen open() {
        Duration rest = Duration.between(clock.instant(), restsUntil);
        return new BreakerOpen(rest.compareTo(SOON) < 0 ? SOON : rest);
    }
}
