package io.stockroom.telemetry;

import io.stockroom.invocation.UpstreamCalls;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;

/**
 * A request and its outcome, for the log.
 *
 * @param route    API Gateway's route, such as {@code GET /storages/{location_id}}, or the function if it has none
 * @param location null if the request specifies none
 * @param status   the HTTP status of the response
 * @param outcome  one word: {@code succeeded}, {@code booked}, {@code reconciled}, {@code replayed}, or the problem's type
 * @param ids      ids of the request in other systems, by name; an id may be null
 * @param queueAge how long a queued operation has been in the queue; null for a request
 * @param metrics  further counts by the names of their metrics
 */
public record RequestSummary(String route, Long location, int status, String outcome, Duration time, UpstreamCalls calls,
        Map<String, String> ids, Duration queueAge, Map<String, Integer> metrics) {

    /** The outcome of a successful request without a more specific one. */
    public static final String SUCCEEDED = "succeeded";

    public RequestSummary(String route, Long location, int status, String outcome, Duration time, UpstreamCalls calls,
            Map<String, String> ids) {
        this(route, location, status, outcome, time, calls, ids, null, Map.of());
    }

    /** Concatenates instead of formatting: loading the locale's number format took as long as the rest of a first request. */
    String sentence() {
        int number = calls.times().size();
        return route + (location == null ? "" : " " + location) + ": " + status + " " + outcome + " in " + milliseconds(time) + " ms, "
                + number + (number == 1 ? " call" : " calls") + " to Altegio in " + milliseconds(upstreamTime()) + " ms";
    }

    /** Returns the total time of all calls, which may exceed the time of the request: some calls run in parallel. */
    Duration upstreamTime() {
        return calls.times().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** Returns milliseconds, rounded to a tenth. */
    static BigDecimal milliseconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6).setScale(1, RoundingMode.HALF_UP);
    }
}
