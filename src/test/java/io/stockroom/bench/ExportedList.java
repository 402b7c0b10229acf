package io.stockroom.bench;

import io.stockroom.local.sandbox.PrecomputedResponses;
import java.util.List;
import java.util.function.IntFunction;

/**
 * A list that is exported.
 *
 * @param title     what its rows are
 * @param template  the function's name in the template
 * @param handler   the function's name
 * @param path      the path of its route, without the location
 * @param key       the columns that identify a line of the CSV
 * @param lines     lines in the CSV for each row
 * @param responses returns the upstream's responses with so many rows
 */
record ExportedList(String title, String template, String handler, String path, List<String> key, int lines,
        IntFunction<PrecomputedResponses> responses) {

    static final ExportedList TRANSACTIONS = new ExportedList("transactions", "SearchTransactionsFunction", "search-transactions",
            "/storages/transactions/", List.of("id"), 1, PrecomputedResponses::of);
    static final ExportedList GOODS = new ExportedList("goods", "ListGoodsFunction", "list-goods", "/goods/",
            List.of("good_id", "storage_id"), 2, PrecomputedResponses::ofGoods);

    String route() {
        return "GET " + path + "{location_id}";
    }

    /** Returns the path for the sandbox's location. */
    String target() {
        return path + "4564";
    }
}
