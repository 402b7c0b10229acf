package io.stockroom.stock;

import io.stockroom.altegio.AltegioException;
import io.stockroom.invocation.CallContext;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Where the stock is read. Each method throws {@link AltegioException} if it could not be read, or not all of it. */
interface StockSource {

    /** Returns the stock of a good as it is now; empty if the good is gone. */
    Optional<GoodStock> stock(GoodKey good, CallContext context);

    /** Returns the stock of all goods that have changed since then, by their ids. */
    Map<Long, GoodStock> changedSince(long location, Instant time, CallContext context);

    /** Returns the goods of all lines that have changed since then, each with the time of its newest change; a time in the far future if it is not
     * known. */
    Map<Long, Instant> movedSince(long location, Instant time, CallContext context);
}
