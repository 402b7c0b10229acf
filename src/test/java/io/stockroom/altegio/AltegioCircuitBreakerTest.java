package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioException.CircuitBreakerOpenException;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AltegioCircuitBreakerTest {

    private static final AltegioException OUTAGE = new UnavailableException("Altegio responded with status 500", false, null);

    private final MovableClock clock = new MovableClock();
    private final AltegioCircuitBreaker circuitBreaker = circuitBreaker("60");

    static Stream<AltegioException> failuresWithoutOutage() {
        return Stream.of(new NotFoundException("no"), new RateLimitedException(Duration.ofSeconds(1)),
                new InvalidResponseException("not JSON"), new CredentialsRejectedException("no"),
                new TimedOutException(false, null).cutShort(), new TimedOutException(true, null));
    }

    @Test
    void opensAfterEnoughOutagesAndReportsForHowLong() {
        fail(OUTAGE, 10);

        assertEquals(Duration.ofSeconds(10), rejection().problem().retryAfter());
        clock.move(Duration.ofSeconds(4));
        CircuitBreakerOpenException open = rejection();
        assertEquals(Duration.ofSeconds(6), open.problem().retryAfter());
        assertTrue(open.definitelyNotProcessed());
        assertThrows(CircuitBreakerOpenException.class, circuitBreaker::check);
    }

    @Test
    void timeoutCountsAsOutage() {
        fail(new TimedOutException(false, null), 10);

        rejection();
    }

    @Test
    void staysClosedAfterFewOutages() {
        fail(OUTAGE, 9);
        clock.move(Duration.ofSeconds(31));
        fail(OUTAGE, 9);

        succeed(1);
    }

    @Test
    void staysClosedWhileOneRouteFailsAndAnotherWorks() {
        for (int i = 0; i < 20; i++) {
            fail(OUTAGE, 1);
            succeed(1);
        }
    }

    @ParameterizedTest
    @MethodSource("failuresWithoutOutage")
    void otherFailuresShowThatAltegioIsUp(AltegioException failure) {
        fail(failure, 30);

        succeed(1);
    }

    @Test
    void letsOneTrialRequestThroughAndThenCloses() {
        fail(OUTAGE, 10);
        clock.move(Duration.ofMillis(10_001));
        assertDoesNotThrow(circuitBreaker::check);

        circuitBreaker.call(() -> {
            assertEquals(Duration.ofSeconds(1), rejection().problem().retryAfter());
            return "trial";
        });
        succeed(5);
    }

    @Test
    void opensAgainAfterFailedTrial() {
        fail(OUTAGE, 10);
        clock.move(Duration.ofMillis(10_001));
        fail(OUTAGE, 1);

        assertEquals(Duration.ofSeconds(10), rejection().problem().retryAfter());
    }

    @Test
    void trialThatWasCutShortIsFollowedByAnother() {
        fail(OUTAGE, 10);
        clock.move(Duration.ofMillis(10_001));
        fail(new TimedOutException(false, null).cutShort(), 1);

        succeed(1);
    }

    @Test
    void canBeDisabled() {
        AltegioCircuitBreaker disabled = circuitBreaker("0");
        for (int i = 0; i < 30; i++) {
            assertThrows(UnavailableException.class, () -> disabled.call(() -> {
                throw OUTAGE;
            }));
        }
    }

    private void fail(AltegioException failure, int times) {
        for (int i = 0; i < times; i++) {
            assertThrows(failure.getClass(), () -> circuitBreaker.call(() -> {
                throw failure;
            }));
        }
    }

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            assertEquals("response", circuitBreaker.call(() -> "response"));
        }
    }

    private CircuitBreakerOpenException rejection() {
        return assertThrows(CircuitBreakerOpenException.class, () -> circuitBreaker.call(() -> "called"));
    }

    private AltegioCircuitBreaker circuitBreaker(String failureRate) {
        return new AltegioCircuitBreaker(AltegioConfigs.quick(Map.of("altegio.circuit-breaker.failure-rate", failureRate)), clock);
    }
}
