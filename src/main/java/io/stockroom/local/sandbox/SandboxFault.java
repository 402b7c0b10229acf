package io.stockroom.local.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A fault to inject into the next requests of a route. A null {@code route} means any route, {@code times} 0 until cleared;
 * only some kinds use {@code delay}, {@code message}, {@code status} and {@code lines}.
 */
public record SandboxFault(Kind kind, SandboxRoute route, int times, Duration delay, String message, int status, int lines) {

    /** The kind of fault. Unless stated otherwise, the request is not executed. */
    public enum Kind {
        /** The status, 400 unless specified, with the message, as for a violated business rule. */
        REFUSE,
        /** 403. */
        FORBID,
        /** 404 without a message. */
        NOT_FOUND,
        /** 200 with {@code success: false} and the message. */
        SUCCESS_FALSE,
        /** 401, and 401 for every token issued so far, until a login issues a new one. */
        EXPIRED_TOKEN,
        /** 200 with a challenge instead of a token; login only. */
        SECOND_FACTOR,
        /** 429 with a wait of one second in the message and the header. */
        TOO_MANY_REQUESTS,
        /** 429 with a wait of one second in the message only. */
        TOO_MANY_REQUESTS_WITHOUT_HEADER,
        /** 500. */
        ERROR_500,
        /** 500, after the request was executed. */
        ERROR_500_AFTER_COMMIT,
        /** Executed, and then rejected with the status, in the service's own envelope. */
        REJECTED_AFTER_COMMIT,
        /** Executed for the first lines only, and then rejected with the status, in the service's own envelope. */
        PARTIAL_COMMIT,
        /** The status with a page in HTML, as from a proxy. */
        PROXY_ERROR,
        /** Executed, then the status with a page in HTML, as from a proxy. */
        PROXY_ERROR_AFTER_COMMIT,
        /** The status with another program's JSON, as from a gateway. */
        GATEWAY_ERROR,
        /** Executed, then the status with another program's JSON, as from a gateway. */
        GATEWAY_ERROR_AFTER_COMMIT,
        /** 503 from a proxy, in HTML. */
        ERROR_503,
        /** 200 with a maintenance page in HTML. */
        HTML,
        /** 200 with invalid JSON. */
        GARBAGE,
        /** Executed, then half of the response is sent and the connection closed. */
        TRUNCATED,
        /** Executed, then the response is sent in small pieces over the delay. */
        SLOW_DRIP,
        /** Executed, and the response sent, after the delay. */
        DELAY,
        /** The connection is closed without a response after the delay. */
        HANG,
        /** The connection is closed without a response. */
        DROP_BEFORE_COMMIT,
        /** Executed, then the connection is closed without a response. */
        DROP_AFTER_COMMIT,
        /** The connection is closed without a response, and the request is executed after the delay. */
        LATE_COMMIT;

        /** Returns the name used in requests, such as {@code drop-after-commit}. */
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind titled(String title) {
            return Arrays.stream(values()).filter(kind -> kind.title().equals(title)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown fault '" + title + "'; expected one of "
                            + Arrays.stream(values()).map(Kind::title).collect(Collectors.joining(", "))));
        }

        private boolean supports(SandboxRoute route) {
            return switch (this) {
                case SECOND_FACTOR -> route == SandboxRoute.LOG_IN;
                case EXPIRED_TOKEN -> route != SandboxRoute.LOG_IN;
                case REJECTED_AFTER_COMMIT, PARTIAL_COMMIT -> route == SandboxRoute.BOOK;
                default -> true;
            };
        }
    }

    private static final Duration MAX_DELAY = Duration.ofMinutes(10);

    public SandboxFault {
        if (route != null && !kind.supports(route)) {
            throw new IllegalArgumentException("The fault " + kind.title() + " does not apply to " + route.title());
        }
        if (times < 0 || delay.isNegative() || delay.compareTo(MAX_DELAY) > 0) {
            throw new IllegalArgumentException("times must not be negative, and delay must be between PT0S and " + MAX_DELAY);
        }
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status must be between 200 and 599");
        }
        if (lines < 1) {
            throw new IllegalArgumentException("lines must be at least 1");
        }
    }

    /** Returns the fault with defaults: once, on any route, with a delay of one second. */
    public static SandboxFault of(Kind kind) {
        return new SandboxFault(kind, null, 1, Duration.ofSeconds(1), "Rejected by an injected fault", 400, 1);
    }

    public SandboxFault on(SandboxRoute route) {
        return new SandboxFault(kind, route, times, delay, message, status, lines);
    }

    public SandboxFault times(int times) {
        return new SandboxFault(kind, route, times, delay, message, status, lines);
    }

    public SandboxFault delay(Duration delay) {
        return new SandboxFault(kind, route, times, delay, message, status, lines);
    }

    public SandboxFault message(String message) {
        return new SandboxFault(kind, route, times, delay, message, status, lines);
    }

    public SandboxFault status(int status) {
        return new SandboxFault(kind, route, times, delay, message, status, lines);
    }

    /** Returns the fault with another number of lines that a partial commit books. */
    public SandboxFault lines(int lines) {
        return new SandboxFault(kind, route, times, delay, message, status, lines);
    }

    boolean appliesTo(SandboxRoute requested) {
        return kind.supports(requested) && (route == null ? isDefaultTarget(requested) : route == requested);
    }

    /** A fault without a route applies to data requests; otherwise the preceding login would consume it. */
    private boolean isDefaultTarget(SandboxRoute requested) {
        return requested != SandboxRoute.LOG_IN || kind == Kind.SECOND_FACTOR;
    }
}
