package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.RejectedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import io.stockroom.problems.Problem;
import jakarta.ws.rs.WebApplicationException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Maps error responses and exceptions of the HTTP client to an {@link AltegioException}. */
final class AltegioExceptionMapper {

    private AltegioExceptionMapper() {
    }

    /**
     * Maps a response with an error status.
     *
     * @param envelope its body, or {@link Envelope#EMPTY} if that is not an envelope
     */
    static AltegioException from(RawResponse response, Envelope envelope, Instant now) {
        AltegioException failure = ofStatus(response, envelope, now);
        return envelope.isAltegios() ? failure : failure.fromElsewhere();
    }

    private static AltegioException ofStatus(RawResponse response, Envelope envelope, Instant now) {
        int status = response.status();
        return switch (status) {
            case 400, 409, 410, 413, 415, 422 -> rejected(envelope);
            case 401 -> new CredentialsRejectedException("Altegio rejected the configured credentials");
            case 402, 403 -> new AccessDeniedException(envelope.message().orElse("Altegio denied access without a reason"));
            case 404 -> new NotFoundException(envelope.message().orElse("Altegio has no such resource"));
            case 429 -> new RateLimitedException(RetryAfter.inHeader(response, now)
                    .or(() -> envelope.message().flatMap(WaitInMessage::in)).orElse(Problem.MIN_RETRY_AFTER));
            // A proxy may respond so while Altegio is still processing the request.
            case 408, 425, 499 -> unavailable(response, now);
            default -> status >= 500 ? unavailable(response, now) : new InvalidResponseException("unexpected status " + status);
        };
    }

    private static UnavailableException unavailable(RawResponse response, Instant now) {
        Duration retryAfter = RetryAfter.inHeader(response, now).orElse(null);
        return new UnavailableException("Altegio responded with status " + response.status(), retryAfter);
    }

    /** Maps a response with {@code success: false} and a status of success. */
    static AltegioException from(Envelope envelope) {
        AltegioException failure = rejected(envelope);
        return envelope.isAltegios() ? failure : failure.fromElsewhere();
    }

    private static AltegioException rejected(Envelope envelope) {
        return new RejectedException(envelope.message().orElse("Altegio rejected the request without a reason"), envelope.fieldErrors(),
                envelope.errorsInMeta().orElse(null));
    }

    /** Maps a failure without a response, or with one that could not be received. */
    static AltegioException from(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, each -> each != null, Throwable::getCause).limit(20).toList();
        for (Throwable cause : causes) {
            if (cause instanceof AltegioException known) {
                return known;
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException || cause instanceof SSLHandshakeException) {
                return new UnavailableException("Altegio could not be reached", true, failure);
            }
            if (cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException) {
                return new TimedOutException(false, failure);
            }
        }
        if (failure instanceof WebApplicationException error && error.getResponse().getStatus() / 100 != 2) {
            return new InvalidResponseException("unexpected status " + error.getResponse().getStatus());
        }
        return new UnavailableException("The connection to Altegio was lost", false, failure);
    }
}
