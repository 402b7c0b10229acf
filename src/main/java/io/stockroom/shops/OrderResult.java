package io.stockroom.shops;

import java.util.Map;

/**
 * What became of an order that needs nobody.
 *
 * @param outcome in one word, for the log
 * @param metrics counts by the names of the metrics
 */
public record OrderResult(String outcome, Map<String, Integer> metrics) {

    private static final String LEFT_OUT = "LeftOut";

    static OrderResult booked(String outcome, int leftOut) {
        return new OrderResult(outcome, Map.of("Orders", 1, LEFT_OUT, leftOut));
    }

    /** The order, or a later state of it, is booked already. */
    static OrderResult already(String outcome) {
        return new OrderResult(outcome, Map.of("AlreadyBooked", 1));
    }

    static OrderResult nothing(int leftOut) {
        return new OrderResult("nothing-to-book", Map.of(LEFT_OUT, leftOut));
    }
}
