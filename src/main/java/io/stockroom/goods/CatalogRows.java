package io.stockroom.goods;

import io.stockroom.invocation.CallContext;
import io.stockroom.lists.EncodedRow;
import io.stockroom.lists.Rows;
import io.stockroom.problems.ProblemException;
import java.util.List;
import java.util.function.Function;

/**
 * The goods of a location as rows.
 *
 * @param encoder returns a good in the format of the response, or null if it is not wanted; called by several threads at once
 */
record CatalogRows(CatalogPages pages, Function<Good, byte[]> encoder) implements Rows {

    @Override
    public List<EncodedRow> page(int page, int count, CallContext context) {
        return pages.page(page, count, context).stream()
                .map(row -> new EncodedRow(row.good().goodId(), encoder.apply(row.good()), row.size())).toList();
    }

    @Override
    public int minLimit() {
        return CatalogPages.MIN_LIMIT;
    }

    @Override
    public ProblemException tooLarge(Long id) {
        return new GoodTooLargeException(id);
    }
}
