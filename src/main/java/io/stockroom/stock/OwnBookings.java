package io.stockroom.stock;

import io.stockroom.operations.BookingObserver;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import java.util.Set;
import org.jboss.logging.Logger;

/** Queues the goods of Stockroom's own bookings, if that is configured: Altegio sends no events of them unless it is set to. */
@ApplicationScoped
class OwnBookings implements BookingObserver {

    private static final Logger LOG = Logger.getLogger(OwnBookings.class);
    private static final String CAUSE = "booking";

    private final StockConfig config;
    private final Provider<StockQueue> queue;

    OwnBookings(StockConfig config, Provider<StockQueue> queue) {
        this.config = config;
        this.queue = queue;
    }

    /** A queue that is unavailable must not fail a booking: the next search for changed goods finds its goods. */
    @Override
    public void booked(long location, Set<Long> goods) {
        if (!config.ownBookings() || goods.isEmpty()) {
            return;
        }
        try {
            queue.get().send(new QueuedGoods(location, goods, CAUSE).messages());
        } catch (StockQueueUnavailableException e) {
            LOG.warnf("Goods of a booking not queued: %s; location %d", e.problem().title(), location);
        }
    }
}
