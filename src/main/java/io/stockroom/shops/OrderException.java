package io.stockroom.shops;

import io.stockroom.problems.Problem;
import io.stockroom.problems.ProblemException;

/** Thrown when an order waits for a person. Its detail contains no customer's data, unless it quotes Altegio. */
public final class OrderException extends ProblemException {

    private static final int STATUS = 422;

    private final transient OrderReason reason;

    /** @param detail what a shop's owner can act on, in sentences */
    OrderException(OrderReason reason, String detail) {
        this(reason, detail, null);
    }

    OrderException(OrderReason reason, String detail, Throwable cause) {
        super(Problem.of(STATUS, reason.label(), reason.title(), detail), cause);
        this.reason = reason;
    }

    OrderReason reason() {
        return reason;
    }

    /** Returns whether the detail quotes Altegio, which may quote any data. */
    public boolean quotesAltegio() {
        return reason == OrderReason.REJECTED;
    }

    /** Returns the same reason with the order in front of the detail. */
    OrderException of(String order) {
        return new OrderException(reason, order + ": " + problem().detail(), getCause());
    }
}
