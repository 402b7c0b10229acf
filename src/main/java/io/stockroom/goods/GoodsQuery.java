package io.stockroom.goods;

import io.stockroom.input.Input;
import io.stockroom.lists.ChangedRange;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which goods to list, in Altegio's own parameters.
 *
 * @param term       what Altegio searches for in titles, articles and barcodes, not exactly; or null
 * @param categoryId the category, or null
 */
record GoodsQuery(String term, Long categoryId, ChangedRange changed) {

    /** All goods. */
    static final GoodsQuery ALL = new GoodsQuery(null, null, new ChangedRange(null, null));

    private static final int MAX_TERM_LENGTH = 255;

    static GoodsQuery from(Input input) {
        String term = input.field("term").text(MAX_TERM_LENGTH);
        if (term != null && term.isBlank()) {
            input.field("term").violation("must not be empty");
        }
        return new GoodsQuery(term, input.field("category_id").id(), ChangedRange.from(input));
    }

    GoodsQuery withTerm(String other) {
        return new GoodsQuery(other, categoryId, changed);
    }

    /** Returns Altegio's parameters for a page. They always include page and count, so that the paging of the response is known. */
    Map<String, String> parameters(int page, int count) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("page", String.valueOf(page));
        parameters.put("count", String.valueOf(count));
        parameters.putAll(parameters());
        return parameters;
    }

    /** Returns Altegio's parameters without the paging. */
    Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (term != null) {
            parameters.put("term", term);
        }
        if (categoryId != null) {
            parameters.put("category_id", String.valueOf(categoryId));
        }
        parameters.putAll(changed.parameters());
        return parameters;
    }
}
