package io.stockroom.transactions;

import io.stockroom.input.Input;
import io.stockroom.lists.CsvDialect;
import io.stockroom.lists.Cursor;
import io.stockroom.lists.Paging;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A validated search request.
 *
 * @param query the parameters that Altegio supports
 * @param csv   the CSV variant, for callers that request CSV
 */
record SearchRequest(Paging paging, TransactionQuery query, Filters filters, CsvDialect csv) {

    static final int DEFAULT_COUNT = 20;

    /** @param pageSize rows per page of Altegio if all pages are requested and the caller specifies no count */
    static SearchRequest from(Input input, int pageSize) {
        SearchRequest search = new SearchRequest(Paging.from(input, DEFAULT_COUNT, pageSize), TransactionQuery.from(input),
                Filters.from(input), CsvDialect.from(input.field("separator")));
        input.throwIfInvalid();
        return search;
    }

    /** Returns the query of the link to the next part. */
    Map<String, String> parameters(Cursor next) {
        Map<String, String> parameters = new LinkedHashMap<>(query.parameters());
        parameters.putAll(filters.parameters());
        parameters.putAll(csv.parameters());
        parameters.putAll(paging.parameters(next));
        return parameters;
    }
}
