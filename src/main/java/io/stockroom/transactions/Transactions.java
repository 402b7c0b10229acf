package io.stockroom.transactions;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.http.BodyWriter;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the transactions of a location from Altegio and writes them in the requested format. */
@ApplicationScoped
class Transactions {

    /**
     * @param next     where the next response continues, or null
     * @param last     whether Altegio is known to have no rows after the written ones
     * @param warnings about the written rows
     */
    record Written(Cursor next, boolean last, RowWarnings warnings) {
    }

    private final Altegio altegio;
    private final SearchConfig config;

    Transactions(Altegio altegio, SearchConfig config) {
        this.altegio = altegio;
        this.config = config;
    }

    /** Writes the transactions found to the body, as far as size and time allow. */
    Written write(long location, SearchRequest search, Format format, BodyWriter body, CallContext context) {
        TransactionQuery query = search.query();
        CallContext readContext = context.minus(config.reserve());
        PrefetchingPages.Source source = (page, count) -> altegio.transactions(location, query.parameters(page, count), readContext)
                .stream().map(row -> encoded(row, search.filters(), format)).toList();
        try (PrefetchingPages pages = pages(source, search)) {
            StablePagination pagination = pagination(pages, search);
            TransactionWriter writer = new TransactionWriter(pagination, search.cursor(), search.all() ? 0 : query.count(), format, body,
                    config.responseSize());
            Cursor next = writer.write(readContext.deadline());
            return new Written(next, next == null && (search.all() || pagination.isAtEnd()), writer.warnings());
        }
    }

    private PrefetchingPages pages(PrefetchingPages.Source source, SearchRequest search) {
        return new PrefetchingPages(source, search.all() ? config.fetchAhead() : 0, config.fetchAheadBytes(), search.query().pageSize());
    }

    private static StablePagination pagination(PrefetchingPages pages, SearchRequest search) {
        TransactionQuery query = search.query();
        if (search.cursor() != null) {
            return StablePagination.from(pages, search.cursor());
        }
        if (search.all()) {
            return StablePagination.all(pages, query.pageSize());
        }
        return query.count() > query.pageSize() ? StablePagination.large(pages, query.offset(), query.pageSize())
                : StablePagination.single(pages, query.page(), query.count());
    }

    private static EncodedRow encoded(AltegioObject row, Filters filters, Format format) {
        long size = row.size();
        Transaction transaction = Transaction.from(row);
        return new EncodedRow(transaction.id(), filters.match(transaction) ? format.row(transaction) : null, size,
                transaction.warnings());
    }
}
