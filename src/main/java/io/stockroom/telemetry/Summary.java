package io.stockroom.telemetry;

import io.stockroom.altegio.Calls;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;

/**
 * What a request was and what became of it.
 *
 * @param route    as API Gateway names it, {@code GET /storages/{location_id}}, or the function without one
 * @param location null when the request names none
 * @param status   of the answer, in HTTP's terms
 * @param outcome  one word: {@code answered}, {@code booked}, {@code reconciled}, {@code replayed}, or the problem's type
 * @param ids      by which others know it, by their names; an id may be null
 */
public record Summary(String route, Long location, int status, String outcome, Duration time, Calls calls, Map<String, String> ids) {

    /** Of a request that was answered as it wished, without more to say of it. */
    public static final String ANSWERED = "answered";

    /** Without a format: to learn how the locale writes numbers took as long as all else of a first request. */
    String sentence() {
        int number = calls.times().size();
        return route + (location == null ? "" : " " + location) + ": " + status + " " + outcome + " in " + milliseconds(time) + " ms, "
                + number + (number == 1 ? " call" : " calls") + " to Altegio in " + milliseconds(upstreamTime()) + " ms";
    }

    /** Of all calls together, which may be longer than the request took: some are made at once. */
    Duration upstreamTime() {
        return calls.times().stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** To a tenth. */
    static BigDecimal milliseconds(Duration time) {
        return BigDecimal.valueOf(time.toNanos(), 6).setScale(1, RoundingMode.HALF_UP);
    }
}
