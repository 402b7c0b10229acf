package io.stockroom.altegio;

import java.time.Duration;
import java.util.Map;

/** A call to Altegio that brought no result. No message holds a token or anything else that was sent. */
public abstract sealed class AltegioFailure extends RuntimeException {

    private AltegioFailure(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether Altegio surely did nothing, so that an operation may be sent again. */
    public boolean surelyNotProcessed() {
        return true;
    }

    /** Altegio won't do it, for a reason of its own (400, 409, 422, or {@code success: false}). */
    public static final class Refused extends AltegioFailure {
        private final transient Map<String, String> fields;

        /** @param fields JSON pointers of what Altegio complains about, each with its text */
        Refused(String message, Map<String, String> fields) {
            super(message, null);
            this.fields = fields;
        }

        public Map<String, String> fields() {
            return fields;
        }
    }

    /** The user that we are may not do it, or the location's licence has ended (402, 403). */
    public static final class Denied extends AltegioFailure {
        Denied(String message) {
            super(message, null);
        }
    }

    /** Altegio does not know it (404). */
    public static final class NotFound extends AltegioFailure {
        NotFound(String message) {
            super(message, null);
        }
    }

    /** Too many requests (429). */
    public static final class Limited extends AltegioFailure {
        private final Duration wait;

        Limited(Duration wait) {
            super("Altegio's limit of requests is used up", null);
            this.wait = wait;
        }

        /** How long Altegio wants us to wait; at least a second. */
        public Duration retryAfter() {
            return wait;
        }
    }

    /** Our own credentials are refused, also after a fresh log-in. */
    public static final class CredentialsRefused extends AltegioFailure {
        CredentialsRefused(String message) {
            super(message, null);
        }
    }

    /** Altegio can't be reached, the connection broke, or it answered 5xx. */
    public static final class Unavailable extends AltegioFailure {
        private final boolean surelyNotProcessed;

        Unavailable(String message, boolean surelyNotProcessed, Throwable cause) {
            super(message, cause);
            this.surelyNotProcessed = surelyNotProcessed;
        }

        @Override
        public boolean surelyNotProcessed() {
            return surelyNotProcessed;
        }
    }

    /** No answer in time, or no time left to ask. */
    public static final class TimedOut extends AltegioFailure {
        private final boolean surelyNotProcessed;

        TimedOut(boolean surelyNotProcessed, Throwable cause) {
            super("Altegio did not answer in time", cause);
            this.surelyNotProcessed = surelyNotProcessed;
        }

        @Override
        public boolean surelyNotProcessed() {
            return surelyNotProcessed;
        }
    }

    /** An answer that is not what V1 says it is. */
    public static final class Unreadable extends AltegioFailure {
        Unreadable(String what) {
            super("Altegio's answer can't be read: " + what, null);
        }

        @Override
        public boolean surelyNotProcessed() {
            return false;
        }
    }
}
