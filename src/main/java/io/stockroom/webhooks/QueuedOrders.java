package io.stockroom.webhooks;

import io.stockroom.shops.QueuedOrder;
import io.stockroom.shops.ShopDeliveries;
import io.stockroom.shops.ShopDelivery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;

/** Sends the orders of shops to the queue. */
@ApplicationScoped
class QueuedOrders {

    private final ShopDeliveries deliveries;
    private final OperationQueue queue;

    QueuedOrders(ShopDeliveries deliveries, OperationQueue queue) {
        this.deliveries = deliveries;
        this.queue = queue;
    }

    /** What was done with a delivery. */
    enum Receipt {
        QUEUED, IGNORED, PING;

        /** Returns the outcome as it appears in the log. */
        String outcome() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Rejects whatever the shop itself did not send, always with the same words: they do not reveal which shops there are.
     *
     * @throws InvalidSignatureException if there is no such shop, or no signature of it
     */
    void verify(ShopDelivery delivery) {
        if (!deliveries.isAuthentic(delivery)) {
            throw new InvalidSignatureException("No valid signature of a shop");
        }
    }

    /**
     * Sends a verified order to the queue, unless it books nothing.
     *
     * @throws QueueUnavailableException if the order may not have been queued
     */
    Receipt add(ShopDelivery delivery) {
        ShopDeliveries.Received received = deliveries.receive(delivery);
        received.order().map(QueuedOrder::message).ifPresent(queue::send);
        return received.order().isPresent() ? Receipt.QUEUED : received.isPing() ? Receipt.PING : Receipt.IGNORED;
    }
}
