package io.stockroom.stock;

import java.util.List;

/** Where the stock is announced. */
public interface EventBus {

    /**
     * Puts events on the bus, in their order.
     *
     * @return those that the bus did not take, even after retries, or may not have taken
     */
    List<StockEvent> put(List<StockEvent> events);

    /** Checks that events can be put, without putting any. Throws {@link EventBusUnavailableException} otherwise. */
    default void check() {
    }
}
