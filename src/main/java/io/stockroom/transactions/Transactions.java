package io.stockroom.transactions;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.Deadline;
import io.stockroom.altegio.Row;
import io.stockroom.http.BodyWriter;
import jakarta.enterprise.context.ApplicationScoped;

/** The transactions of a location as Altegio has them, found and written. */
@ApplicationScoped
class Transactions {

    /**
     * @param next where the next answer goes on, or null
     * @param last whether Altegio has nothing behind what was written
     */
    record Written(Cursor next, boolean last) {
    }

    private final Altegio altegio;
    private final SearchConfig config;

    Transactions(Altegio altegio, SearchConfig config) {
        this.altegio = altegio;
        this.config = config;
    }

    /** Writes what is found to the body, as far as size and time allow. */
    Written write(long location, Search search, Format format, BodyWriter body, Deadline deadline) {
        TransactionQuery query = search.query();
        Deadline asking = deadline.earlier(config.reserve());
        Pages.Source source = (page, count) -> altegio.transactions(location, query.parameters(page, count), asking).stream()
                .map(row -> encoded(row, search.filters(), format)).toList();
        try (Pages pages = new Pages(source, search.all() ? config.fetchAhead() : 0, query.count())) {
            Walk walk = search.cursor() == null ? Walk.from(pages, query.page(), query.count()) : Walk.from(pages, search.cursor());
            Cursor next = new Export(walk, search.cursor(), !search.all(), format, body, config.answerSize()).write(asking);
            return new Written(next, next == null && (search.all() || walk.isAtEnd()));
        }
    }

    private static EncodedRow encoded(Row row, Filters filters, Format format) {
        Transaction transaction = Transaction.from(row);
        return new EncodedRow(transaction.id(), filters.match(transaction) ? format.row(transaction) : null);
    }
}
