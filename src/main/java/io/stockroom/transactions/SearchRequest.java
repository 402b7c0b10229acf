package io.stockroom.transactions;

import io.stockroom.input.Field;
import io.stockroom.input.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A validated search request.
 *
 * @param query  the parameters that Altegio supports
 * @param all    whether all pages are requested
 * @param csv    the CSV variant, for callers that request CSV
 * @param cursor where an earlier response ended, or null
 */
record SearchRequest(TransactionQuery query, boolean all, Filters filters, CsvDialect csv, Cursor cursor) {

    /** @param pageSize rows per page of Altegio if all pages are requested and the caller specifies no count */
    static SearchRequest from(Input input, int pageSize) {
        boolean all = Boolean.TRUE.equals(input.field("all").flag());
        TransactionQuery query = TransactionQuery.from(input, all ? pageSize : TransactionQuery.DEFAULT_COUNT);
        if (all && input.field("page").isPresent()) {
            input.field("page").violation("cannot be combined with `all=true`");
        }
        SearchRequest search = new SearchRequest(query, all, Filters.from(input), CsvDialect.from(input.field("separator")),
                cursor(input.field("cursor"), all));
        input.throwIfInvalid();
        return search;
    }

    private static Cursor cursor(Field field, boolean all) {
        String text = field.text(Cursor.MAX_LENGTH);
        Cursor cursor = text == null ? null : Cursor.of(text).filter(each -> (each.rest() == 0) == all).orElse(null);
        if (text != null && cursor == null) {
            field.violation("is not a valid cursor for this request; use `next` links unchanged");
        }
        return cursor;
    }

    /** Returns the metadata of the response; it includes the paging only of a single page. */
    SearchMeta meta(boolean last, String next, List<String> warnings) {
        return all ? new SearchMeta(null, null, last, next, warnings) : new SearchMeta(query.page(), query.count(), last, next, warnings);
    }

    /** Returns the query of the link to the next part. */
    Map<String, String> parameters(Cursor next) {
        Map<String, String> parameters = new LinkedHashMap<>(query.parameters());
        if (all) {
            parameters.remove("page");
            parameters.put("all", "true");
        }
        parameters.putAll(filters.parameters());
        parameters.putAll(csv.parameters());
        parameters.put("cursor", next.text());
        return parameters;
    }
}
