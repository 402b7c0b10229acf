package io.stockroom.goods;

import java.util.List;
import java.util.Map;

/** The goods that a look-up has found, by their codes. */
public final class FoundGoods {

    private final CodeMatch match;
    private final Map<String, List<Good>> byKey;

    FoundGoods(CodeMatch match, Map<String, List<Good>> byKey) {
        this.match = match;
        this.byKey = byKey;
    }

    /** Returns all goods that have the code, in the order of their ids: none, one or several. */
    public List<Good> with(String code) {
        return byKey.getOrDefault(match.key(code), List.of());
    }
}
