package io.stockroom.shops;

import io.stockroom.goods.GoodCode;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Remembers the goods that were found, for some minutes and in this process. Codes without exactly one good are looked up each time: a
 * person may just have corrected the catalog.
 */
@ApplicationScoped
class RememberedGoods {

    private static final int MAX_GOODS = 10_000;

    private final GoodsByCode goods;
    private final Duration time;
    private final Clock clock;
    private final Map<Wanted, Remembered> remembered = new LinkedHashMap<>();

    private record Wanted(long location, GoodCode field, String code) {
    }

    private record Remembered(List<FoundGood> goods, Instant until) {
    }

    RememberedGoods(GoodsByCode goods, OrdersConfig config, Clock clock) {
        this.goods = goods;
        this.time = config.rememberGoods();
        this.clock = clock;
    }

    /** Returns the goods of each code; looks up together those that are not remembered. */
    Map<String, List<FoundGood>> find(long location, GoodCode field, Set<String> codes, CallContext context) {
        Map<String, List<FoundGood>> found = recalled(location, field, codes);
        Set<String> others = new HashSet<>(codes);
        others.removeAll(found.keySet());
        if (!others.isEmpty()) {
            Map<String, List<FoundGood>> lookedUp = goods.find(location, field, others, context);
            found.putAll(lookedUp);
            remember(location, field, lookedUp);
        }
        return found;
    }

    private synchronized Map<String, List<FoundGood>> recalled(long location, GoodCode field, Set<String> codes) {
        Instant now = clock.instant();
        remembered.values().removeIf(each -> !each.until().isAfter(now));
        Map<String, List<FoundGood>> found = new HashMap<>();
        for (String code : codes) {
            Remembered known = remembered.get(new Wanted(location, field, code));
            if (known != null) {
                found.put(code, known.goods());
            }
        }
        return found;
    }

    private synchronized void remember(long location, GoodCode field, Map<String, List<FoundGood>> lookedUp) {
        Instant until = clock.instant().plus(time);
        lookedUp.forEach((code, found) -> {
            if (found.size() == 1 && remembered.size() < MAX_GOODS) {
                remembered.put(new Wanted(location, field, code), new Remembered(found, until));
            }
        });
    }
}
