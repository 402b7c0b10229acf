package io.stockroom.operations;

import java.util.Set;

/** Is informed of each operation that was booked. Must not fail, nor take long: the booking's response waits. */
public interface BookingObserver {

    /** @param goods the goods of its lines */
    void booked(long location, Set<Long> goods);
}
