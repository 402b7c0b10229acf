package io.stockroom.stock;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.input.Timestamps;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.ListWriter;
import io.stockroom.lists.SearchConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The stock in Altegio. */
@ApplicationScoped
class AltegioStock implements StockSource {

    /**
     * West of all locations: if Altegio ignores the offset of a time and reads its digits in the location's own time, the time is
     * earlier than meant, and nothing is missed.
     */
    private static final ZoneOffset WESTERNMOST = ZoneOffset.ofHours(-12);
    /** Stands for a time that cannot be compared: no look covers it. */
    private static final Instant UNKNOWN = Instant.ofEpochMilli(Long.MAX_VALUE / 2);

    private final Altegio altegio;
    private final ListWriter lists;
    private final SearchConfig config;

    AltegioStock(Altegio altegio, ListWriter lists, SearchConfig config) {
        this.altegio = altegio;
        this.lists = lists;
        this.config = config;
    }

    @Override
    public Optional<GoodStock> stock(GoodKey good, CallContext context) {
        try {
            return Optional.of(GoodStock.from(altegio.good(good.location(), good.id(), context)));
        } catch (NotFoundException e) {
            // Only a location that has a catalog can have lost a good: otherwise a wrong URL would announce all goods as gone.
            altegio.goods(good.location(), Map.of("page", "1", "count", "1"), context);
            return Optional.empty();
        }
    }

    @Override
    public Map<Long, GoodStock> changedSince(long location, Instant time, CallContext context) {
        Map<Long, GoodStock> changed = new ConcurrentSkipListMap<>();
        read((page, query) -> altegio.goods(location, query, page), "good_id", time, (id, row) -> changed.put(id, GoodStock.from(row)),
                context);
        return changed;
    }

    @Override
    public Map<Long, Instant> movedSince(long location, Instant time, CallContext context) {
        Map<Long, Instant> moved = new ConcurrentSkipListMap<>();
        read((page, query) -> altegio.transactions(location, query, page), "id", time, (id, line) -> {
            AltegioObject row = line.lenient();
            Instant changed = instant(row.takeTimestamp("last_change_date"));
            Optional.ofNullable(row.takeReference("good", "product")).map(reference -> reference.id())
                    .or(() -> Optional.ofNullable(row.takeId("good_id")))
                    .ifPresent(good -> moved.merge(good, changed, (one, other) -> one.isAfter(other) ? one : other));
        }, context);
        return moved;
    }

    private static Instant instant(Temporal time) {
        return time instanceof OffsetDateTime exact ? exact.toInstant() : UNKNOWN;
    }

    private void read(ChangedRows.Source source, String id, Instant time, ChangedRows.Action action, CallContext context) {
        String since = Timestamps.format(time.atOffset(WESTERNMOST).withNano(0));
        lists.read(new ChangedRows(source, id, since, action), config.pageSize(), context);
    }
}
