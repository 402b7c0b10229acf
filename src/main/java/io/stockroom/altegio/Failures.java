package io.stockroom.altegio;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.stockroom.altegio.AltegioFailure.CredentialsRefused;
import io.stockroom.altegio.AltegioFailure.Denied;
import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.AltegioFailure.NotFound;
import io.stockroom.altegio.AltegioFailure.Refused;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import io.stockroom.altegio.AltegioFailure.Unavailable;
import io.stockroom.altegio.AltegioFailure.Unreadable;
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

/** Turns what the HTTP client brings back instead of an answer into an {@link AltegioFailure}. */
final class Failures {

    private static final Pattern NAMED_WAIT = Pattern.compile("(\\d{1,5})\\s*sec", Pattern.CASE_INSENSITIVE);
    private static final Pattern WHOLE_SECONDS = Pattern.compile("(\\d{1,5})");
    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);
    private static final Envelope NOTHING_SAID = new Envelope(false, null, null, null);

    private Failures() {
    }

    /** An answer with an error status. */
    static AltegioFailure from(Response response) {
        Envelope envelope = envelope(response);
        int status = response.getStatus();
        return switch (status) {
            case 400, 409, 410, 413, 415, 422 -> refused(envelope);
            case 401 -> new CredentialsRefused("Altegio refuses the configured credentials");
            case 402, 403 -> new Denied(envelope.message().orElse("Altegio denies access"));
            case 404 -> new NotFound(envelope.message().orElse("Altegio knows nothing under this address"));
            case 429 -> new Limited(namedWait(response.getHeaderString(HttpHeaders.RETRY_AFTER), envelope));
            // What a proxy may say while Altegio is at work.
            case 408, 425, 499 -> unavailable(status);
            default -> status >= 500 ? unavailable(status) : new Unreadable("its status is " + status);
        };
    }

    private static Unavailable unavailable(int status) {
        return new Unavailable("Altegio answered " + status, false, null);
    }

    /** An answer that says {@code success: false}, or has the status for it. */
    static AltegioFailure refused(Envelope envelope) {
        Map<String, String> fields = new LinkedHashMap<>();
        envelope.fieldErrors().forEach((field, texts) -> fields.put(pointer(field.toString()), joined(texts)));
        return new Refused(envelope.message().orElse("Altegio refuses it and gives no reason"), fields);
    }

    /** No answer at all, or none that can be read. */
    static AltegioFailure from(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, each -> each != null, Throwable::getCause).limit(20).toList();
        for (Throwable cause : causes) {
            if (cause instanceof AltegioFailure known) {
                return known;
            }
            if (cause instanceof JsonProcessingException) {
                return new Unreadable("it is no JSON");
            }
            if (cause instanceof ConnectException || cause instanceof UnknownHostException || cause instanceof SSLHandshakeException) {
                return new Unavailable("Altegio can't be reached", true, failure);
            }
            if (cause instanceof TimeoutException || cause instanceof io.smallrye.mutiny.TimeoutException) {
                return new TimedOut(false, failure);
            }
        }
        if (failure instanceof WebApplicationException answer && answer.getResponse().getStatus() != 200) {
            return new Unreadable("its status is " + answer.getResponse().getStatus());
        }
        boolean answered = failure instanceof WebApplicationException || failure instanceof ProcessingException
                && causes.stream().noneMatch(IOException.class::isInstance);
        return answered ? new Unreadable("it is no JSON") : new Unavailable("The connection to Altegio broke", false, failure);
    }

    /** The wait that V1 asks for: the header, else the number in its message, and at least a second. */
    static Duration namedWait(String header, Envelope envelope) {
        Matcher inHeader = WHOLE_SECONDS.matcher(header == null ? "" : header.strip());
        Matcher inMessage = NAMED_WAIT.matcher(envelope.message().orElse(""));
        Duration wait = inHeader.matches() ? seconds(inHeader) : inMessage.find() ? seconds(inMessage) : SHORTEST_WAIT;
        return wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
    }

    private static Duration seconds(Matcher matcher) {
        return Duration.ofSeconds(Long.parseLong(matcher.group(1)));
    }

    private static Envelope envelope(Response response) {
        try {
            Envelope envelope = response.readEntity(Envelope.class);
            return envelope == null ? NOTHING_SAID : envelope;
        } catch (RuntimeException notJson) {
            return NOTHING_SAID;
        }
    }

    /** {@code goods_transactions.0.amount} and {@code goods_transactions[0].amount} are both /goods_transactions/0/amount. */
    private static String pointer(String field) {
        return "/" + field.replace("[", ".").replace("]", "").replace('.', '/');
    }

    private static String joined(Object texts) {
        return texts instanceof List<?> list ? String.join("; ", list.stream().map(String::valueOf).toList()) : String.valueOf(texts);
    }
}
