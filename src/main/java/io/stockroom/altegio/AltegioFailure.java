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

    /** Whether Altegio, or the way to it, is down. */
    boolean isOutage() {
        return false;
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

    /** Too many requests: Altegio says so (429), or would. */
    public static final class Limited extends AltegioFailure {
        private final Duration retryAfter;

        Limited(Duration retryAfter) {
            super("Altegio's limit of requests is used up", true, null);
            this.retryAfter = retryAfter;
        }

        /** How long to wait, by Altegio's word or by our own count. */
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

        @Override
        boolean isOutage() {
            return true;
        }
    }

    /** Altegio was down so often of late that it was not asked. */
    public static final class BreakerOpen extends AltegioFailure {
        private final Duration retryAfter;

        BreakerOpen(Duration retryAfter) {
            super("Altegio has failed too often of late, and is left alone for a while", true, null);
            this.retryAfter = retryAfter;
        }

        /** When it will be asked again. */
        public Duration retryAfter() {
            return retryAfter;
        }
    }

    /** No answer in time, or no time left to ask. */
    public static final class TimedOut extends AltegioFailure {
        private boolean cutShort;

        TimedOut(boolean surelyNotProcessed, Throwable cause) {
            super("Altegio did not answer in time", surelyNotProcessed, cause);
            cutShort = surelyNotProcessed;
        }

        /** The same failure, of a request that did not have its whole time: which says nothing about Altegio. */
        TimedOut cutShort() {
            cutShort = true;
            return this;
        }

        @Override
        boolean isOutage() {
            return !cutShort;
        }
    }

    /** An answer that is not what V1 says it is. */
    public static final class Unreadable extends AltegioFailure {
        Unreadable(String what) {
            super("Altegio's answer can't be read: " + what, false, null);
        }
    }
}
