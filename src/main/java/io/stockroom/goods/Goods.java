package io.stockroom.goods;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException;
import io.stockroom.http.BodyWriter;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.Format;
import io.stockroom.lists.ListWriter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Reads the goods of a location from Altegio and writes them in the requested format. */
@ApplicationScoped
class Goods {

    /**
     * What has been written.
     *
     * @param next    the query for the next part, or null
     * @param last    whether Altegio is known to have no more of the wanted goods
     * @param missing which of the wanted codes no good has; null if that is not known
     */
    record Part(Map<String, List<String>> next, boolean last, List<String> missing) {
    }

    private final Altegio altegio;
    private final CodeSearch search;
    private final ListWriter lists;

    Goods(Altegio altegio, CodeSearch search, ListWriter lists) {
        this.altegio = altegio;
        this.search = search;
        this.lists = lists;
    }

    /** Writes the goods to the body, as far as size and time allow. */
    Part write(long location, GoodsRequest request, Format<Good> format, BodyWriter body, CallContext context) {
        CatalogPages catalog = CatalogPages.of(altegio, location, request.query());
        if (request.codes() == null) {
            CatalogRows rows = new CatalogRows(catalog, good -> request.stock().apply(good).map(format::row).orElse(null));
            return part(request, lists.write(rows, request.paging(), format, body, context), null);
        }
        boolean byTerms = request.position() != null || (request.paging().cursor() == null
                && search.isCheaperByTerms(request.codes(), catalog, request.paging().pageSize(), context));
        return byTerms ? byTerms(request, catalog, format, body, context) : inCatalog(request, catalog, format, body, context);
    }

    private Part inCatalog(GoodsRequest request, CatalogPages catalog, Format<Good> format, BodyWriter body, CallContext context) {
        Set<String> found = ConcurrentHashMap.newKeySet();
        CatalogRows rows = new CatalogRows(catalog, good -> request.codes().of(good).map(value -> {
            found.add(value);
            return request.stock().apply(good).map(format::row).orElse(null);
        }).orElse(null));
        ListWriter.Part part = lists.write(rows, request.paging(), format, body, context);
        boolean isWhole = request.isFirst() && part.last();
        return part(request, part, isWhole ? request.codes().values().stream().filter(value -> !found.contains(value)).toList() : null);
    }

    private static Part part(GoodsRequest request, ListWriter.Part part, List<String> missing) {
        return new Part(part.next() == null ? null : request.parameters(part.next()), part.last(), missing);
    }

    private Part byTerms(GoodsRequest request, CatalogPages catalog, Format<Good> format, BodyWriter body, CallContext context) {
        LookupCursor start = request.position() == null ? LookupCursor.START : request.position();
        List<String> all = List.copyOf(request.codes().values());
        TermWriter writer = new TermWriter(request.stock(), format, lists.output(format, body), start.goodId());
        try {
            search.byTerms(request.codes(), all.subList(start.index(), all.size()), catalog, context, writer);
        } catch (AltegioException failure) {
            if (writer.codes() == 0) {
                throw failure;
            }
        }
        int end = start.index() + writer.codes();
        boolean isLast = end == all.size();
        return new Part(isLast ? null : request.parameters(new LookupCursor(end, writer.lastId())), isLast, writer.missing());
    }
}
