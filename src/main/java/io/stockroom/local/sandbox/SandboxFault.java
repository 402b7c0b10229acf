package io.stockroom.local.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Something that goes wrong with a route's next requests. {@code route} null means any route, {@code times} 0 until
 * cleared; {@code delay} and {@code message} matter to some kinds only.
 */
public record SandboxFault(Kind kind, SandboxRoute route, int times, Duration delay, String message) {

    /** What goes wrong. Unless a kind says otherwise, the request does nothing. */
    public enum Kind {
        /** 400 with the message, as for a broken business rule. */
        REFUSE,
        /** 403. */
        FORBID,
        /** 404 without a message. */
        NOT_FOUND,
        /** 200 that says {@code success: false}, with the message. */
        SUCCESS_FALSE,
        /** 401, and so for every token given out so far, until a log-in gives a new one. */
        EXPIRED_TOKEN,
        /** 200 with a challenge instead of a token; for the log-in only. */
        SECOND_FACTOR,
        /** 429 that names one second, in the message and the header. */
        TOO_MANY_REQUESTS,
        /** 429 that names one second in the message only. */
        TOO_MANY_REQUESTS_WITHOUT_HEADER,
        /** 500. */
        ERROR_500,
        /** 500, after the request was carried out. */
        ERROR_500_AFTER_COMMIT,
        /** 503 from a proxy, in HTML. */
        ERROR_503,
        /** 200 with a maintenance page in HTML. */
        HTML,
        /** 200 with JSON that cannot be read. */
        GARBAGE,
        /** Carried out, then half of the answer, and the connection is closed. */
        TRUNCATED,
        /** Carried out, then the answer trickles over the delay. */
        SLOW_DRIP,
        /** Carried out and answered after the delay. */
        DELAY,
        /** The connection is closed without an answer after the delay. */
        HANG,
        /** The connection is closed without an answer. */
        DROP_BEFORE_COMMIT,
        /** Carried out, then the connection is closed without an answer. */
        DROP_AFTER_COMMIT,
        /** The connection is closed without an answer, and the request carried out after the delay. */
        LATE_COMMIT;

        /** The name in requests, as in {@code drop-after-commit}. */
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind titled(String title) {
            return Arrays.stream(values()).filter(kind -> kind.title().equals(title)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown fault '" + title + "'. Known are: "
                            + Arrays.stream(values()).map(Kind::title).collect(Collectors.joining(", "))));
        }

        private boolean fits(SandboxRoute route) {
            return switch (this) {
                case SECOND_FACTOR -> route == SandboxRoute.LOG_IN;
                case EXPIRED_TOKEN -> route != SandboxRoute.LOG_IN;
                default -> true;
            };
        }
    }

    private static final Duration LONGEST_DELAY = Duration.ofMinutes(10);

    public SandboxFault {
        if (route != null && !kind.fits(route)) {
            throw new IllegalArgumentException("The fault " + kind.title() + " does not happen to " + route.title());
        }
        if (times < 0 || delay.isNegative() || delay.compareTo(LONGEST_DELAY) > 0) {
            throw new IllegalArgumentException("times is 0 or more, delay from PT0S to " + LONGEST_DELAY);
        }
    }

    /** The fault as it is without further word: once, to any route, with a delay of one second where it has one. */
    public static SandboxFault of(Kind kind) {
        return new SandboxFault(kind, null, 1, Duration.ofSeconds(1), "The sandbox was told to refuse");
    }

    public SandboxFault on(SandboxRoute route) {
        return new SandboxFault(kind, route, times, delay, message);
    }

    public SandboxFault times(int times) {
        return new SandboxFault(kind, route, times, delay, message);
    }

    public SandboxFault delay(Duration delay) {
        return new SandboxFault(kind, route, times, delay, message);
    }

    public SandboxFault message(String message) {
        return new SandboxFault(kind, route, times, delay, message);
    }

    boolean strikes(SandboxRoute requested) {
        return kind.fits(requested) && (route == null ? isMeantFor(requested) : route == requested);
    }

    /** A fault that names no route is about requests for data; it would else be used up by the log-in before them. */
    private boolean isMeantFor(SandboxRoute requested) {
        return requested != SandboxRoute.LOG_IN || kind == Kind.SECOND_FACTOR;
    }
}
