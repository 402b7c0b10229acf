package io.stockroom.http;

import io.stockroom.telemetry.RequestSummary;
import java.util.Map;
import java.util.TreeMap;

/** Headers and log fields shared by success and error responses. */
final class ResponseContext {

    private final Map<String, String> headers = new TreeMap<>();
    private String outcome = RequestSummary.SUCCEEDED;
    private Long location;

    Map<String, String> headers() {
        return headers;
    }

    /** Returns the outcome in one word, for the log. */
    String outcome() {
        return outcome;
    }

    void outcome(String outcome) {
        this.outcome = outcome;
    }

    /** Returns the location; null if the request specifies none. */
    Long location() {
        return location;
    }

    void location(Long location) {
        this.location = location;
    }
}
