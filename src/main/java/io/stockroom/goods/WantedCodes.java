package io.stockroom.goods;

import io.stockroom.input.Input;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Articles or barcodes to look for.
 *
 * @param byKey the values without blanks around them, in the order in which they were given, by the form in which they are compared
 */
record WantedCodes(GoodCode code, CodeMatch match, Map<String, String> byKey) {

    static final int MAX_VALUES = 100;

    /** Returns null if the request has neither articles nor barcodes. */
    static WantedCodes from(Input input) {
        List<String> articles = input.field(GoodCode.ARTICLE.field()).texts(MAX_VALUES);
        List<String> barcodes = input.field(GoodCode.BARCODE.field()).texts(MAX_VALUES);
        if (articles != null && barcodes != null) {
            input.field(GoodCode.BARCODE.field()).violation("cannot be combined with `article`");
        }
        if (articles == null && barcodes == null) {
            return null;
        }
        WantedCodes codes = articles != null ? of(GoodCode.ARTICLE, articles) : of(GoodCode.BARCODE, barcodes);
        if (input.field("term").isPresent()) {
            input.field("term").violation("cannot be combined with `" + codes.code.field() + "`");
        }
        return codes;
    }

    private static WantedCodes of(GoodCode code, Iterable<String> values) {
        return of(code, CodeMatch.EXACT, values);
    }

    static WantedCodes of(GoodCode code, CodeMatch match, Iterable<String> values) {
        Map<String, String> byKey = new LinkedHashMap<>();
        values.forEach(value -> byKey.putIfAbsent(match.key(value), value.strip()));
        return new WantedCodes(code, match, byKey);
    }

    Collection<String> values() {
        return byKey.values();
    }

    /** Returns the one of the values that is this. */
    WantedCodes only(String value) {
        return of(code, match, List.of(value));
    }

    /** Returns which of the values the good has, if it has one of them. */
    Optional<String> of(Good good) {
        return Optional.ofNullable(code.of(good)).map(match::key).map(byKey::get);
    }

    /** Returns the values as query parameters: repeated, so that one with a comma stays one. */
    Map<String, List<String>> parameters() {
        List<String> each = List.copyOf(values());
        boolean isSplit = each.size() == 1 && each.get(0).contains(",");
        return Map.of(code.field(), isSplit ? List.of(each.get(0), each.get(0)) : each);
    }
}
