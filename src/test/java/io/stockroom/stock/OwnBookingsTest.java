package io.stockroom.stock;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OwnBookingsTest {

    private final List<String> queued = new ArrayList<>();
    private boolean isUnavailable;

    @Test
    void queuesTheGoodsOfABookingIfThatIsConfigured() {
        bookings("true").booked(4564, Set.of(3001L));

        assertEquals(List.of("{\"location_id\":4564,\"good_ids\":[3001],\"cause\":\"booking\"}"), queued);
    }

    @Test
    void needsNoQueueOtherwise() {
        assertDoesNotThrow(() -> new OwnBookings(StockConfigs.of(Map.of()), () -> {
            throw new AssertionError("No queue is needed");
        }).booked(4564, Set.of(3001L)));
    }

    @Test
    void aQueueThatIsUnavailableDoesNotFailTheBooking() {
        isUnavailable = true;
        assertDoesNotThrow(() -> bookings("true").booked(4564, Set.of(3001L)));
    }

    private OwnBookings bookings(String isConfigured) {
        return new OwnBookings(StockConfigs.of(Map.of("stockroom.stock.own-bookings", isConfigured)), () -> new StockQueue() {
            @Override
            public void send(List<String> messages) {
                if (isUnavailable) {
                    throw new StockQueueUnavailableException(null);
                }
                queued.addAll(messages);
            }

            @Override
            public void delay(List<String> receiptHandles, Duration delay) {
                throw new AssertionError("Nothing is delayed");
            }
        });
    }
}
