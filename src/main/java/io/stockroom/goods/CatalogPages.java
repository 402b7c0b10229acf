package io.stockroom.goods;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.invocation.CallContext;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** The pages of the goods of a location. A page that was read to find out how many there are is not read again. */
final class CatalogPages {

    /** Altegio returns so many goods if no count is given, so it allows them, and a page with fewer is the last. */
    static final int MIN_LIMIT = 25;

    private record Position(int page, int count) {
    }

    private final Altegio altegio;
    private final long location;
    private final GoodsQuery query;
    private final UnaryOperator<AltegioObject> reading;
    private final Map<Position, List<GoodRow>> known = new ConcurrentHashMap<>();

    private CatalogPages(Altegio altegio, long location, GoodsQuery query, UnaryOperator<AltegioObject> reading) {
        this.altegio = altegio;
        this.location = location;
        this.query = query;
        this.reading = reading;
    }

    static CatalogPages of(Altegio altegio, long location, GoodsQuery query) {
        return new CatalogPages(altegio, location, query, UnaryOperator.identity());
    }

    /** Returns all pages for a reader who needs codes and IDs: a field that cannot be read is absent. */
    static CatalogPages lenient(Altegio altegio, long location) {
        return new CatalogPages(altegio, location, GoodsQuery.ALL, AltegioObject::lenient);
    }

    CatalogPages withTerm(String term) {
        return new CatalogPages(altegio, location, query.withTerm(term), reading);
    }

    /** Reads one page; called by several threads at once. */
    List<GoodRow> page(int page, int count, CallContext context) {
        List<GoodRow> rows = known.remove(new Position(page, count));
        return rows != null ? rows
                : altegio.goods(location, query.parameters(page, count), context).stream().map(reading).map(GoodRow::from).toList();
    }

    /**
     * Returns whether there are fewer pages than that, or at most one, which takes one to three calls. Most of these pages are read
     * anyway.
     *
     * @param count goods per page, unless Altegio returns fewer at once
     */
    boolean areFewerThan(int pages, int count, CallContext context) {
        int size = read(1, count, context).size();
        if (size < Math.min(MIN_LIMIT, count) || (size < count && read(2, size, context).isEmpty())) {
            return true;
        }
        return pages > 1 && page(pages, Math.min(size, count), context).isEmpty();
    }

    private List<GoodRow> read(int page, int count, CallContext context) {
        List<GoodRow> rows = page(page, count, context);
        known.put(new Position(page, count), rows);
        return rows;
    }
}
