package io.stockroom.altegio;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;
import io.stockroom.problems.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Thrown when a call to Altegio fails. Each kind of failure has a problem of its own. No message contains a credential:
 * {@link AltegioTransport} masks those that Altegio quotes.
 */
public abstract sealed class AltegioException extends ProblemException {

    private boolean definitelyNotProcessed;
    private Relayed refusal;

    private AltegioException(Problem problem, boolean definitelyNotProcessed, Throwable cause) {
        super(problem, cause);
        this.definitelyNotProcessed = definitelyNotProcessed;
    }

    /** Returns whether Altegio definitely did nothing, so that an operation may be resent. */
    public boolean definitelyNotProcessed() {
        return definitelyNotProcessed;
    }

    /**
     * Returns whether Altegio may have processed a part of the request although it rejected it: whether it books an operation as a
     * whole is not known. False if the rejection concerns the whole request, or if nothing was sent.
     */
    public boolean mayFollowPartialProcessing() {
        return false;
    }

    /** Returns Altegio's own response, if this is a refusal of the request and the response contains an envelope. */
    public Optional<Relayed> refusal() {
        return Optional.ofNullable(refusal);
    }

    /** Returns whether the request itself was refused, for a reason that concerns its sender. */
    boolean isRefusal() {
        return false;
    }

    /** Adds Altegio's own response. */
    AltegioException refusedBy(Relayed response) {
        refusal = response;
        return this;
    }

    /** Returns whether Altegio, or the network on the way to it, is down. */
    boolean isOutage() {
        return false;
    }

    /** Returns the delay before which a retry would be useless; zero if it is unknown. */
    Duration requestedDelay() {
        return Duration.ZERO;
    }

    /**
     * Marks the failure as one that proves nothing: the response is not Altegio's own. A proxy may have sent it instead of the response to
     * a request that was processed.
     */
    AltegioException fromElsewhere() {
        definitelyNotProcessed = false;
        return this;
    }

    /** Marks the failure as one of a step that comes before the request itself. */
    AltegioException beforeSending() {
        definitelyNotProcessed = true;
        return this;
    }

    /** Altegio rejected the request for a reason of its own (400, 409, 422 and the like, or {@code success: false}). */
    public static final class RejectedException extends AltegioException {

        /** Fields whose errors concern the whole operation. */
        private static final Set<String> FIELDS_OF_OPERATION = Set.of("/type_id", "/create_date", "/storage_id", "/master_id");

        private final boolean ofWholeOperation;

        /**
         * @param fields     JSON pointers of the fields that Altegio rejected, each with its message
         * @param metaErrors the errors as Altegio sent them, or null
         */
        RejectedException(String message, Map<String, String> fields, Object metaErrors) {
            super(Problem.of(422, "rejected", "Rejected by Altegio", message).with(violations(fields)).withMetaErrors(metaErrors), true,
                    null);
            ofWholeOperation = !fields.isEmpty() && FIELDS_OF_OPERATION.containsAll(fields.keySet());
        }

        @Override
        public boolean mayFollowPartialProcessing() {
            return !ofWholeOperation;
        }

        @Override
        boolean isRefusal() {
            return true;
        }

        private static List<Violation> violations(Map<String, String> fields) {
            return fields.entrySet().stream().map(field -> Violation.inBody(field.getKey(), field.getValue())).toList();
        }
    }

    /** The configured user lacks a permission, or the location's license has expired (402, 403). */
    public static final class AccessDeniedException extends AltegioException {
        AccessDeniedException(String message) {
            super(Problem.of(403, "access-denied", "Access denied by Altegio", message), true, null);
        }

        @Override
        boolean isRefusal() {
            return true;
        }
    }

    /** No account has the location, so nothing was sent. */
    public static final class NoAccountException extends AltegioException {
        NoAccountException(long location) {
            super(Problem.of(403, "location-not-allowed", "Location not allowed",
                    "No Altegio account is configured for location " + location), true, null);
        }
    }

    /** Altegio has no such resource (404). */
    public static final class NotFoundException extends AltegioException {
        NotFoundException(String message) {
            super(Problem.of(404, "not-found", "Not found", message), true, null);
        }

        @Override
        boolean isRefusal() {
            return true;
        }

        @Override
        public boolean mayFollowPartialProcessing() {
            return true;
        }
    }

    /** Too many requests: Altegio responded 429, or the rate limiter expects that it would. */
    public static final class RateLimitedException extends AltegioException {
        private final Duration retryAfter;

        RateLimitedException(Duration retryAfter) {
            super(Problem.of(429, "rate-limited", "Rate limit exceeded", "Altegio's request limit is exhausted").retryAfter(retryAfter),
                    true, null);
            this.retryAfter = retryAfter;
        }

        /** Returns how long to wait, as specified by Altegio or calculated here; the problem contains at least a second. */
        public Duration retryAfter() {
            return retryAfter;
        }

        @Override
        Duration requestedDelay() {
            return retryAfter;
        }
    }

    /** Altegio rejected the configured credentials, even after a new login. */
    public static final class CredentialsRejectedException extends AltegioException {
        CredentialsRejectedException(String message) {
            super(Problem.of(502, "credentials-rejected", "Altegio rejected the configured credentials", message), true, null);
        }
    }

    /** Altegio cannot be reached, the connection broke, or the status was 5xx. */
    public static final class UnavailableException extends AltegioException {
        private final Duration retryAfter;

        UnavailableException(String message, boolean definitelyNotProcessed, Throwable cause) {
            super(unavailable(message, Problem.RETRY_SOON), definitelyNotProcessed, cause);
            this.retryAfter = Duration.ZERO;
        }

        /** @param retryAfter how long to wait, as specified by Altegio; null if it specifies nothing */
        UnavailableException(String message, Duration retryAfter) {
            super(unavailable(message, retryAfter == null ? Problem.RETRY_SOON : retryAfter), false, null);
            this.retryAfter = retryAfter == null ? Duration.ZERO : retryAfter;
        }

        @Override
        Duration requestedDelay() {
            return retryAfter;
        }

        @Override
        boolean isOutage() {
            return true;
        }
    }

    /** The circuit breaker is open after repeated failures, so nothing was sent. */
    public static final class CircuitBreakerOpenException extends AltegioException {

        /** @param retryAfter until the circuit breaker lets a trial request through */
        CircuitBreakerOpenException(Duration retryAfter) {
            super(unavailable("Circuit breaker open after repeated failures of Altegio", retryAfter), true, null);
        }
    }

    /** No response in time, or no remaining time to send the request. */
    public static final class TimedOutException extends AltegioException {
        /** Thrown when there is no time for all that must be read. */
        public TimedOutException() {
            this(true, null);
        }

        private boolean cutShort;

        TimedOutException(boolean definitelyNotProcessed, Throwable cause) {
            super(Problem.of(504, "upstream-timeout", "Altegio timed out", "Altegio did not respond in time"), definitelyNotProcessed,
                    cause);
            cutShort = definitelyNotProcessed;
        }

        /** Marks the failure as one of a request that had less than the full timeout, which is no sign of an outage. */
        TimedOutException cutShort() {
            cutShort = true;
            return this;
        }

        @Override
        boolean isOutage() {
            return !cutShort;
        }
    }

    /** A response that does not have the shape that V1 documents. */
    public static final class InvalidResponseException extends AltegioException {

        /** @param reason what is wrong with the response, as the end of a sentence */
        InvalidResponseException(String reason) {
            super(Problem.of(502, "invalid-upstream-response", "Invalid response from Altegio",
                    "Altegio's response could not be read: " + reason), false, null);
        }
    }

    private static Problem unavailable(String detail, Duration retryAfter) {
        return Problem.of(503, "upstream-unavailable", "Altegio is unavailable", detail).retryAfter(retryAfter);
    }
}
