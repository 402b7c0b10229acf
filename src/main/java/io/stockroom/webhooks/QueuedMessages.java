package io.stockroom.webhooks;

import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import io.stockroom.operations.Bookings;
import io.stockroom.shops.OrderBooking;
import io.stockroom.shops.OrderException;
import io.stockroom.shops.OrderResult;
import io.stockroom.shops.QueuedOrder;
import io.stockroom.webhooks.QueuedWork.Done;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** Tells the messages of the queue apart: operations, and orders of shops. */
@ApplicationScoped
class QueuedMessages {

    private final Bookings bookings;
    private final OrderBooking orders;

    QueuedMessages(Bookings bookings, OrderBooking orders) {
        this.bookings = bookings;
        this.orders = orders;
    }

    /**
     * Reads a message.
     *
     * @throws InvalidInputException if it is neither
     * @throws OrderException        if it is an order that cannot be read, or of a shop that is not configured
     */
    QueuedWork read(String message) {
        Map<?, ?> fields = JsonBody.read(message == null ? "" : message);
        return QueuedOrder.isOrder(fields) ? order(QueuedOrder.read(fields)) : operation(QueuedOperation.of(fields));
    }

    private QueuedWork operation(QueuedOperation queued) {
        return new QueuedWork(queued.key().location(), false,
                context -> new Done(bookings.book(queued.key(), queued.operation(), context).outcome().label(), Map.of()));
    }

    private QueuedWork order(QueuedOrder queued) {
        return new QueuedWork(orders.location(queued), true, context -> {
            OrderResult result = orders.book(queued, context);
            return new Done(result.outcome(), result.metrics());
        });
    }
}
