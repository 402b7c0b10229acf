package io.stockroom.stock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Records in the memory of one process. */
final class InMemoryStockRecords implements StockRecords {

    private record Kept(StockRecord stock, Instant expires) {
    }

    private final Duration ttl;
    private final Clock clock;
    private final Map<GoodKey, Kept> records = new HashMap<>();

    InMemoryStockRecords(Duration ttl, Clock clock) {
        this.ttl = ttl;
        this.clock = clock;
    }

    @Override
    public synchronized StockRecord read(GoodKey good) {
        Kept kept = records.get(good);
        return kept == null || !clock.instant().isBefore(kept.expires()) ? StockRecord.NONE : kept.stock();
    }

    @Override
    public synchronized boolean replace(GoodKey good, StockRecord seen, StockRecord next) {
        boolean isCurrent = read(good).version() == seen.version();
        if (isCurrent) {
            records.put(good, new Kept(next, clock.instant().plus(ttl)));
        }
        return isCurrent;
    }
}
