package io.stockroom.altegio;

import java.time.Duration;
import java.util.Map;

/** A call to Altegio that brought no result. No message holds a token or anything else that was sent. */
public abstract sealed class AltegioFailure extends RuntimeException {

    private boolean surelyNotProcessed;

    private AltegioFailure(String message, boolean surelyNotProcessed, Throwable cause) {
        super(message, cause);
        this.surelyNotProcessed = surelyNotProcessed;
    }

    /** Whether Altegio surely did nothing, so that an operation may be sent again. */
    public boolean surelyNotProcessed() {
        return surelyNotProcessed;
    }

    /** The same failure, of something that comes before the request itself. */
    AltegioFailure beforeSending() {
        surelyNotProcessed = true;
        return this;
    }

    /** Altegio won't do it, for a reason of its own (400, 409, 422 and the like, or {@code success: false}). */
    public static final class Refused extends AltegioFailure {
        private final transient Map<String, String> fields;

        /** @param fields JSON pointers of what Altegio complains about, each with its text */
        Refused(String message, Map<String, String> fields) {
            super(message, true, null);
            this.fields = fields;
        }

        public Map<String, String> fields() {
            return fields;
        }
    }

    /** The user that we are may not do it, or the location's licence has ended (402, 403). */
    public static final class Denied extends AltegioFailure {
        Denied(String message) {
            super(message, true, null);
        }
    }

    /** Altegio does not know it (404). */
    public static final class NotFound extends AltegioFailure {
        NotFound(String message) {
            super(message, true, null);
        }
    }

    /** Too many requests (429). */
    public static final class Limited extends AltegioFailure {
        private final Duration retryAfter;

        Limited(Duration retryAfter) {
            super("Altegio's limit of requests is used up", true, null);
            this.retryAfter = retryAfter;
        }

        /** How long Altegio wants us to wait; at least a second. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** Our own credentials are refused, also after a fresh log-in. */
    public static final class CredentialsRefused extends AltegioFailure {
        CredentialsRefused(String message) {
            super(message, true, null);
        }
    }

    /** Altegio can't be reached, the connection broke, or it answered 5xx. */
    public static final class Unavailable extends AltegioFailure {
        Unavailable(String message, boolean surelyNotProcessed, Throwable cause) {
            super(message, surelyNotProcessed, cause);
        }
    }

    /** No answer in time, or no time left to ask. */
    public static final class TimedOut extends AltegioFailure {
        TimedOut(boolean surelyNotProcessed, Throwable cause) {
            super("Altegio did not answer in time", surelyNotProcessed, cause);
        }
    }

    /** An answer that is not what V1 says it is. */
    public static final class Unreadable extends AltegioFailure {
        Unreadable(String what) {
            super("Altegio's answer can't be read: " + what, false, null);
        }
    }
}
