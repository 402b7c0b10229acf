package io.stockroom.shops;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when another state of the same order is being booked, or may have been: its outcome decides. */
final class OrderInProgressException extends ProblemException {

    private static final int STATUS = 409;

    OrderInProgressException() {
        super(Problem.of(STATUS, "order-in-progress", "Order in progress", "Another state of this order is being booked"), null);
    }
}
