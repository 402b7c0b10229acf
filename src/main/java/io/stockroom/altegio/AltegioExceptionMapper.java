package io.stockroom.altegio;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.RejectedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import io.stockroom.problems.Problem;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;

/** Maps error responses and exceptions of the HTTP client to an {@link AltegioException}. */
final class AltegioExceptionMapper {

    private static final Pattern DELAY_IN_MESSAGE = Pattern.compile("(\\d{1,5})\\s*sec", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE_SECONDS = Pattern.compile("(\\d{1,5})");
    private static final String NOT_JSON = "not JSON";
    private static final Envelope EMPTY = new Envelope(false, null, null, null);

    private AltegioExceptionMapper() {
    }

    /** Maps a response with an error status. */
    static AltegioException from(Response response) {
        Envelope envelope = envelope(response);
        int status = response.getStatus();
        return switch (status) {
            case 400, 409, 410, 413, 415, 422 -> rejected(envelope);
            case 401 -> new CredentialsRejectedException("Altegio rejected the configured credentials");
            case 402, 403 -> new AccessDeniedException(envelope.message().orElse("Altegio denied access without a reason"));
            case 404 -> new NotFoundException(envelope.message().orElse("Altegio has no such resource"));
            case 429 -> new RateLimitedException(retryAfter(response.getHeaderString(HttpHeaders.RETRY_AFTER), envelope));
            // A proxy may respond so while Altegio is still processing the request.
            case 408, 425, 499 -> unavailable(status);
            default -> status >= 500 ? unavailable(status) : unexpected(status);
        };
    }

    private static UnavailableException unavailable(int status) {
        return new UnavailableException("Altegio responded with status " + status, false, null);
    }

    private static InvalidResponseException unexpected(int status) {
        return new InvalidResponseException("unexpected status " + status);
    }

    /** Maps a response with {@code success: false}, or with a status that means the same. */
    static AltegioException rejected(Envelope envelope) {
        Map<String, String> fields = new LinkedHashMap<>();
        envelope.fieldErrors().forEach((field, texts) -> fields.put(pointer(field.toString()), joined(texts)));
        return new RejectedException(envelope.message().orElse("Altegio rejected the request without a reason"), fields);
    }

    /** Maps a failure without a response, or with one that could not be read. */
    static AltegioException from(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, each -> each != null, Throwable::getCause).limit(20).toList();
        for (Throwable cause : causes) {
            if (cause instanceof AltegioException known) {
                return known;
            }
            if (cause instanceof JsonProcessingException) {
                return new InvalidResponseException(NOT_JSON);
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException || cause instanceof SSLHandshakeException) {
                return new UnavailableException("Altegio could not be reached", true, failure);
            }
            if (cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException) {
                return new TimedOutException(false, failure);
            }
        }
        if (failure instanceof WebApplicationException error && error.getResponse().getStatus() != 200) {
            return unexpected(error.getResponse().getStatus());
        }
        boolean responded = failure instanceof WebApplicationException
                || (failure instanceof ProcessingException && causes.stream().noneMatch(IOException.class::isInstance));
        return responded ? new InvalidResponseException(NOT_JSON)
                : new UnavailableException("The connection to Altegio was lost", false, failure);
    }

    /** Returns the delay that V1 asks for: the header, else the number in its message; at least a second. */
    static Duration retryAfter(String header, Envelope envelope) {
        Matcher inHeader = WHOLE_SECONDS.matcher(header == null ? "" : header.strip());
        Matcher inMessage = DELAY_IN_MESSAGE.matcher(envelope.message().orElse(""));
        Duration delay = inHeader.matches() ? seconds(inHeader) : inMessage.find() ? seconds(inMessage) : Problem.MIN_RETRY_AFTER;
        return delay.compareTo(Problem.MIN_RETRY_AFTER) < 0 ? Problem.MIN_RETRY_AFTER : delay;
    }

    private static Duration seconds(Matcher matcher) {
        return Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    }

    private static Envelope envelope(Response response) {
        try {
            Envelope envelope = response.readEntity(Envelope.class);
            return envelope == null ? EMPTY : envelope;
        } catch (RuntimeException notJson) {
            return EMPTY;
        }
    }

    /** Maps {@code goods_transactions.0.amount} and {@code goods_transactions[0].amount} to /goods_transactions/0/amount. */
    private static String pointer(String field) {
        return "/" + field.replace("[", ".").replace("]", "").replace('.', '/');
    }

    private static String joined(Object texts) {
        return texts instanceof List<?> list ? String.join("; ", list.stream().map(String::valueOf).toList()) : String.valueOf(texts);
    }
}
