package io.stockroom.transactions;

import io.stockroom.input.Input;
import io.stockroom.input.Member;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a caller asks for.
 *
 * @param query   the part that Altegio understands
 * @param all     whether all pages are wanted
 * @param csv     how a table is written, for callers that want one
 * @param cursor  where an earlier answer ended, or null
 */
record Search(TransactionQuery query, boolean all, Filters filters, CsvDialect csv, Cursor cursor) {

    /** @param pageSize rows that are asked of Altegio at once when all are wanted and the caller does not say how many */
    static Search from(Input input, int pageSize) {
        boolean all = Boolean.TRUE.equals(input.member("all").flag());
        TransactionQuery query = TransactionQuery.from(input, all ? pageSize : TransactionQuery.DEFAULT_COUNT);
        if (all && input.member("page").isPresent()) {
            input.member("page").fault("goes without all=true, which begins with the first page and goes on by its links");
        }
        Search search = new Search(query, all, Filters.from(input), CsvDialect.from(input.member("separator")),
                cursor(input.member("cursor"), all));
        input.refuseFaults();
        return search;
    }

    private static Cursor cursor(Member member, boolean all) {
        String text = member.text(Cursor.LONGEST);
        Cursor cursor = text == null ? null : Cursor.of(text).filter(each -> each.rest() == 0 == all).orElse(null);
        if (text != null && cursor == null) {
            member.fault("is none that belongs here; follow the links as they are");
        }
        return cursor;
    }

    /** Altegio's paging is told of single pages only. */
    Meta meta(boolean last, String next) {
        return all ? new Meta(null, null, last, next) : new Meta(query.page(), query.count(), last, next);
    }

    /** The query of the link that goes on there. */
    Map<String, String> from(Cursor next) {
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
