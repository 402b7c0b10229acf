package io.stockroom.altegio;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.CircuitBreakerOpenException;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NoAccountException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.RejectedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import io.stockroom.problems.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each kind of failure has its own problem: a new one must be added here and to the API reference. */
class AltegioExceptionTest {

    private static final Map<String, AltegioException> PROBLEMS = Map.of(
            "rejected", new RejectedException("No", Map.of(), null),
            "access-denied", new AccessDeniedException("No"),
            "location-not-allowed", new NoAccountException(4564),
            "not-found", new NotFoundException("No"),
            "rate-limited", new RateLimitedException(Duration.ofSeconds(3)),
            "credentials-rejected", new CredentialsRejectedException("No"),
            "upstream-unavailable", new UnavailableException("No", false, null),
            "upstream-timeout", new TimedOutException(false, null),
            "invalid-upstream-response", new InvalidResponseException("no"));

    @Test
    void everyFailureHasItsOwnProblem() {
        PROBLEMS.forEach((name, failure) -> {
            Problem problem = Problem.of(failure);
            assertEquals(name, problem.name());
            assertTrue(problem.status() >= 400);
            assertEquals(problem.detail(), failure.getMessage());
        });
    }

    /** An open circuit breaker reports that Altegio is unavailable. It is the only failure that shares a problem. */
    @Test
    void everyPermittedSubclassHasAProblem() {
        assertEquals("upstream-unavailable", Problem.of(new CircuitBreakerOpenException(Duration.ofSeconds(3))).name());

        Set<Class<?>> known = PROBLEMS.values().stream().map(Object::getClass).collect(toSet());
        known.add(CircuitBreakerOpenException.class);
        assertEquals(Set.of(AltegioException.class.getPermittedSubclasses()), known);
    }

    @Test
    void unexpectedExceptionIsAnInternalErrorWithoutItsMessage() {
        Problem problem = Problem.of(new IllegalStateException("secret"));

        assertEquals(List.of(500, "internal-error"), List.of(problem.status(), problem.name()));
        assertTrue(!problem.detail().contains("secret"));
    }
}
