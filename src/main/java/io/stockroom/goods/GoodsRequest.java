package io.stockroom.goods;

import io.stockroom.input.Field;
import io.stockroom.input.Input;
import io.stockroom.lists.CsvDialect;
import io.stockroom.lists.Cursor;
import io.stockroom.lists.Paging;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A validated request for goods.
 *
 * @param query    the parameters that Altegio supports
 * @param codes    the articles or barcodes to look up, or null
 * @param csv      the CSV variant, for callers that request CSV
 * @param position where an earlier response to a look-up by terms ended, or null
 */
record GoodsRequest(Paging paging, GoodsQuery query, WantedCodes codes, StockFilter stock, CsvDialect csv, LookupCursor position) {

    static final int DEFAULT_COUNT = 25;

    /** @param pageSize rows per page of Altegio if all pages are requested and the caller specifies no count */
    static GoodsRequest from(Input input, int pageSize) {
        WantedCodes codes = WantedCodes.from(input);
        LookupCursor position = codes == null ? null : position(input.field("cursor"), codes).orElse(null);
        Paging paging = codes == null ? Paging.from(input, DEFAULT_COUNT, pageSize) : Paging.all(input, pageSize, codes.code().field());
        GoodsRequest request = new GoodsRequest(codes == null || position != null ? paging : paging.withCursor(input.field("cursor")),
                GoodsQuery.from(input), codes, StockFilter.from(input), CsvDialect.from(input.field("separator")), position);
        input.throwIfInvalid();
        return request;
    }

    private static Optional<LookupCursor> position(Field field, WantedCodes codes) {
        return Optional.ofNullable(field.text(Cursor.MAX_LENGTH)).flatMap(text -> LookupCursor.of(text, codes.values().size()));
    }

    /** Returns whether no part precedes the response. */
    boolean isFirst() {
        return paging.cursor() == null && position == null;
    }

    /** Returns the query of the link to the next part of a list. */
    Map<String, List<String>> parameters(Cursor next) {
        return parameters(paging.parameters(next));
    }

    /** Returns the query of the link to the next part of a look-up by terms. */
    Map<String, List<String>> parameters(LookupCursor next) {
        Map<String, String> position = new LinkedHashMap<>();
        position.put("count", String.valueOf(paging.count()));
        position.put("cursor", next.text());
        return parameters(position);
    }

    private Map<String, List<String>> parameters(Map<String, String> paged) {
        Map<String, String> single = new LinkedHashMap<>(query.parameters());
        single.putAll(stock.parameters());
        single.putAll(csv.parameters());
        single.putAll(paged);
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        if (codes != null) {
            parameters.putAll(codes.parameters());
        }
        single.forEach((name, value) -> parameters.put(name, List.of(value)));
        return parameters;
    }
}
