package io.stockroom.shops;

import io.stockroom.altegio.Marker;
import io.stockroom.operations.Booking;
import io.stockroom.operations.BookingRequest;
import io.stockroom.operations.Operation;
import io.stockroom.operations.SoughtOperation;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Supplier;

/**
 * An order to be booked. What belongs to its key is what was sold and paid, in the shop's own terms: another topic, a later state or a
 * changed catalog are the same order. So its goods are looked up only if it is not booked yet.
 */
final class OrderRequest implements BookingRequest {

    private final ShopOrder order;
    private final Supplier<Operation> source;
    private Operation operation;

    /** @param source looks the goods up, once */
    OrderRequest(ShopOrder order, Supplier<Operation> source) {
        this.order = order;
        this.source = source;
    }

    private Operation operation() {
        if (operation == null) {
            operation = source.get();
        }
        return operation;
    }

    @Override
    public Object content() {
        return BookedOrder.lines(order);
    }

    @Override
    public Object body(Marker marker, OptionalLong defaultMaster) {
        return operation().body(marker, defaultMaster);
    }

    @Override
    public SoughtOperation sought() {
        return operation().sought();
    }

    @Override
    public boolean canBeBookedInPart() {
        return operation().canBeBookedInPart();
    }

    /** Returns what is needed to compare a later state of the order; the response to the shop is long sent. */
    @Override
    public Map<String, Object> response(Booking booking) {
        return BookedOrder.recorded(booking.document().id(), order);
    }
}
