package io.stockroom.http;

import io.stockroom.telemetry.Summary;
import java.util.Map;
import java.util.TreeMap;

/** What is known of the answer before it is written, be it good or a problem. */
final class Reply {

    private final Map<String, String> headers = new TreeMap<>();
    private String outcome = Summary.ANSWERED;
    private Long location;

    Map<String, String> headers() {
        return headers;
    }

    /** A word for the log. */
    String outcome() {
        return outcome;
    }

    void outcome(String outcome) {
        this.outcome = outcome;
    }

    /** The one that it is about; null when the request names none. */
    Long location() {
        return location;
    }

    void location(Long location) {
        this.location = location;
    }
}
