package io.stockroom.goods;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.SearchConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Looks goods up by articles or barcodes. Takes one call for each, or reads the whole catalog if that takes fewer. */
@ApplicationScoped
public class GoodsLookup {

    private final Altegio altegio;
    private final CodeSearch search;
    private final SearchConfig config;

    GoodsLookup(Altegio altegio, CodeSearch search, SearchConfig config) {
        this.altegio = altegio;
        this.search = search;
        this.config = config;
    }

    /**
     * Returns the goods that have one of the codes. Other fields of a good are absent if they cannot be read.
     *
     * @throws AltegioException if they could not be read completely
     */
    public FoundGoods find(long location, GoodCode code, CodeMatch match, Set<String> codes, CallContext context) {
        WantedCodes wanted = WantedCodes.of(code, match, codes);
        CatalogPages catalog = CatalogPages.lenient(altegio, location);
        Map<String, List<Good>> found = search.isCheaperByTerms(wanted, catalog, config.pageSize(), context)
                ? byTerms(wanted, catalog, context)
                : inCatalog(wanted, catalog, context);
        return new FoundGoods(match, found);
    }

    private Map<String, List<Good>> byTerms(WantedCodes wanted, CatalogPages catalog, CallContext context) {
        Map<String, List<Good>> found = new HashMap<>();
        search.byTerms(wanted, List.copyOf(wanted.values()), catalog, context, (value, goods) -> {
            found.put(wanted.match().key(value), List.copyOf(goods.values()));
            return true;
        });
        return found;
    }

    private Map<String, List<Good>> inCatalog(WantedCodes wanted, CatalogPages catalog, CallContext context) {
        Map<String, Map<Long, Good>> byId = new ConcurrentHashMap<>();
        search.inCatalog(catalog, good -> wanted.of(good).ifPresent(
                value -> byId.computeIfAbsent(wanted.match().key(value), any -> new ConcurrentSkipListMap<>()).put(CodeSearch.id(good),
                        good)),
                context);
        Map<String, List<Good>> found = new HashMap<>();
        byId.forEach((key, goods) -> found.put(key, List.copyOf(goods.values())));
        return found;
    }
}
