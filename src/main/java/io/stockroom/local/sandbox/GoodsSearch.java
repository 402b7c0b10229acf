package io.stockroom.local.sandbox;

import io.stockroom.local.sandbox.Catalog.Good;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** A search for goods: page and filters. A filter that is null does not apply. */
record GoodsSearch(int page, int count, String term, Long categoryId, Instant changedAfter, Instant changedBefore) {

    private static final int DEFAULT_COUNT = 25;

    static GoodsSearch from(Map<String, String> query, SandboxQuirks quirks) {
        SandboxSearch paging = SandboxSearch.from(query, quirks);
        String term = query.get("term");
        int count = query.containsKey("count") ? paging.count() : Math.min(DEFAULT_COUNT, quirks.maxPageSize());
        return new GoodsSearch(paging.page(), count, term == null || term.isBlank() ? null : term.strip().toLowerCase(Locale.ROOT),
                category(query), paging.changedAfter(), paging.changedBefore());
    }

    private static Long category(Map<String, String> query) {
        String text = query.getOrDefault("category_id", "");
        try {
            return text.isEmpty() ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw ApiErrorException.business("The category_id is not valid.");
        }
    }

    long offset() {
        return (page - 1L) * count;
    }

    /** The service's search is not exact: the term may be any part of the title, the article or the barcode. */
    boolean matches(Good good, String article, String barcode, Instant changed) {
        return (term == null || contains(good.title()) || contains(article) || contains(barcode))
                && (categoryId == null || categoryId == good.categoryId())
                && (changedAfter == null || !changed.isBefore(changedAfter))
                && (changedBefore == null || !changed.isAfter(changedBefore));
    }

    private boolean contains(String text) {
        return text.toLowerCase(Locale.ROOT).contains(term);
    }
}
