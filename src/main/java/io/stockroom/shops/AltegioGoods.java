package io.stockroom.shops;

import io.stockroom.goods.CodeMatch;
import io.stockroom.goods.FoundGoods;
import io.stockroom.goods.GoodCode;
import io.stockroom.goods.GoodsLookup;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks goods up in Altegio's catalog. */
@ApplicationScoped
class AltegioGoods implements GoodsByCode {

    private final GoodsLookup lookup;

    AltegioGoods(GoodsLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public Map<String, List<FoundGood>> find(long location, GoodCode field, Set<String> codes, CallContext context) {
        FoundGoods found = lookup.find(location, field, CodeMatch.IGNORING_CASE, codes, context);
        return codes.stream().collect(Collectors.toMap(Function.identity(), code -> found.with(code).stream()
                .map(good -> new FoundGood(good.goodId(), good.title(), field.of(good))).toList()));
    }
}
