package io.stockroom.shops;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.goods.GoodCode;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks goods up in Altegio's catalog, whose search is not exact: a few codes by one search each, more of them by reading the catalog,
 * which takes fewer calls.
 */
@ApplicationScoped
class AltegioGoods implements GoodsByCode {

    private static final int MAX_SEARCHES = 5;
    /** Altegio's page when none is asked for: a shorter page cannot have been limited, so it is the last one. */
    private static final int DEFAULT_PAGE_SIZE = 25;

    private final Altegio altegio;

    AltegioGoods(Altegio altegio) {
        this.altegio = altegio;
    }

    @Override
    public Map<String, List<FoundGood>> find(long location, GoodCode field, Set<String> codes, CallContext context) {
        Map<String, List<FoundGood>> found = new HashMap<>();
        if (codes.size() <= MAX_SEARCHES) {
            for (String code : codes) {
                found.put(code, matching(code, goods(location, field, Map.of("term", code), context)));
            }
        } else {
            List<FoundGood> catalog = goods(location, field, Map.of(), context);
            codes.forEach(code -> found.put(code, matching(code, catalog)));
        }
        return found;
    }

    private static List<FoundGood> matching(String code, List<FoundGood> goods) {
        String wanted = FoundGood.comparable(code);
        return goods.stream().filter(good -> FoundGood.comparable(good.code()).equals(wanted)).toList();
    }

    /** Reads all pages, each good once: the end is an empty page, or one that has nothing new. */
    private List<FoundGood> goods(long location, GoodCode field, Map<String, String> search, CallContext context) {
        List<FoundGood> goods = new ArrayList<>();
        Set<Long> ids = new HashSet<>();
        boolean more = true;
        for (int page = 1; more; page++) {
            Map<String, String> query = new HashMap<>(search);
            query.put("page", String.valueOf(page));
            query.put("count", String.valueOf(Altegio.MAX_PAGE_SIZE));
            List<AltegioObject> rows = altegio.goods(location, query, context);
            boolean isNew = false;
            for (AltegioObject row : rows) {
                FoundGood good = good(row.lenient(), field);
                if (good != null && ids.add(good.id())) {
                    goods.add(good);
                    isNew = true;
                }
            }
            more = isNew && rows.size() >= DEFAULT_PAGE_SIZE;
        }
        return goods;
    }

    /** Returns null for a row without an id, which cannot be booked. A good without a code has an empty one. */
    private static FoundGood good(AltegioObject row, GoodCode field) {
        Long id = row.takeId("good_id");
        String code = row.takeText(field.field());
        return id == null ? null : new FoundGood(id, row.takeText("title"), code == null ? "" : code);
    }
}
