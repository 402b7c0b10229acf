package io.stockroom.goods;

import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.ListWriter;
import io.stockroom.lists.OrderedTasks;
import io.stockroom.lists.SearchConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Searches for wanted codes in the way that takes fewer calls: by a term for each, or in the whole catalog. Altegio's search by a term is
 * not exact, so an exact match is looked for in what it returns, with one call unless it returns {@value CatalogPages#MIN_LIMIT} goods
 * or more.
 */
@ApplicationScoped
class CodeSearch {

    /** As many calls as Altegio allows in a second: they cost no waiting, and finding out about the catalog would take two of them. */
    private static final int MAX_TERMS_WITHOUT_COMPARISON = 5;

    private final ListWriter lists;
    private final SearchConfig config;

    CodeSearch(ListWriter lists, SearchConfig config) {
        this.lists = lists;
        this.config = config;
    }

    /**
     * Returns whether a term for each code takes fewer calls than the catalog. Reading the catalog ahead takes some calls beyond its end.
     *
     * @param count goods per page of Altegio
     */
    boolean isCheaperByTerms(WantedCodes codes, CatalogPages catalog, int count, CallContext context) {
        int terms = codes.values().size();
        return terms <= MAX_TERMS_WITHOUT_COMPARISON
                || !catalog.areFewerThan(terms - config.fetchAhead(), count, context.minus(config.reserve()));
    }

    /**
     * Searches by one term for each value, several at a time, and passes on the goods of each value in turn, by their ids.
     *
     * @param values which of the codes to search for
     * @param action returns whether to go on
     * @throws AltegioException if the next value could not be searched for
     */
    void byTerms(WantedCodes codes, List<String> values, CatalogPages catalog, CallContext context,
            BiPredicate<String, Map<Long, Good>> action) {
        Iterator<String> ahead = values.iterator();
        try (OrderedTasks<Map<Long, Good>> searches = new OrderedTasks<>(config.fetchAhead())) {
            for (String value : values) {
                while (ahead.hasNext() && searches.size() < config.fetchAhead()) {
                    WantedCodes one = codes.only(ahead.next());
                    searches.submit(() -> search(one, catalog, context));
                }
                if (!action.test(value, searches.take())) {
                    return;
                }
            }
        }
    }

    private Map<Long, Good> search(WantedCodes one, CatalogPages catalog, CallContext context) {
        Map<Long, Good> found = new ConcurrentSkipListMap<>();
        String term = one.values().iterator().next();
        inCatalog(catalog.withTerm(term), good -> one.of(good).ifPresent(any -> found.put(id(good), good)), context);
        return found;
    }

    /**
     * Reads all goods and passes each on, in several threads at once, and some of them more than once.
     *
     * @throws AltegioException if not all of them could be read
     */
    void inCatalog(CatalogPages catalog, Consumer<Good> action, CallContext context) {
        lists.read(new CatalogRows(catalog, good -> {
            action.accept(good);
            return null;
        }), config.pageSize(), context);
    }

    static long id(Good good) {
        if (good.goodId() == null) {
            throw AltegioObject.invalid("good_id");
        }
        return good.goodId();
    }
}
