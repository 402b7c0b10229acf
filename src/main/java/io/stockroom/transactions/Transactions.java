package io.stockroom.transactions;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.http.BodyWriter;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.ChangedRange;
import io.stockroom.lists.Cursor;
import io.stockroom.lists.EncodedRow;
import io.stockroom.lists.Format;
import io.stockroom.lists.ListWriter;
import io.stockroom.lists.Paging;
import io.stockroom.lists.RowSink;
import io.stockroom.lists.Rows;
import io.stockroom.lists.SearchConfig;
import io.stockroom.problems.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;

/** Reads the transactions of a location from Altegio and writes them in the requested format. */
@ApplicationScoped
public class Transactions {

    private final Altegio altegio;
    private final ListWriter writer;
    private final SearchConfig config;

    Transactions(Altegio altegio, ListWriter writer, SearchConfig config) {
        this.altegio = altegio;
        this.writer = writer;
        this.config = config;
    }

    /** Writes the transactions found to the body, as far as size and time allow. */
    ListWriter.Part write(long location, SearchRequest search, Format<Transaction> format, BodyWriter body, CallContext context) {
        Rows rows = rows(location, search.query(), row -> search.filters().match(row) ? format.row(row) : null);
        return writer.write(rows, search.paging(), format, body, context);
    }

    /**
     * Writes all transactions that changed in a range, as far as the sink and the time allow.
     *
     * @param from    where an earlier part ended, or null
     * @param encoder returns the bytes of a row, or null to leave it out; called by several threads at once
     */
    public ListWriter.Part write(long location, ChangedRange changed, Cursor from, Function<Transaction, byte[]> encoder, RowSink sink,
            CallContext context) {
        return writer.write(rows(location, new TransactionQuery(null, null, null, changed), encoder),
                new Paging(1, config.pageSize(), true, from), sink, context);
    }

    private Rows rows(long location, TransactionQuery query, Function<Transaction, byte[]> encoder) {
        return new Rows() {

            @Override
            public List<EncodedRow> page(int page, int count, CallContext context) {
                return altegio.transactions(location, query.parameters(page, count), context)
                        .stream().map(row -> encoded(row, encoder)).toList();
            }

            @Override
            public ProblemException tooLarge(Long id) {
                return new TransactionTooLargeException(id);
            }
        };
    }

    private static EncodedRow encoded(AltegioObject row, Function<Transaction, byte[]> encoder) {
        long size = row.size();
        Transaction transaction = Transaction.from(row);
        return new EncodedRow(transaction.id(), encoder.apply(transaction), size, transaction.warnings());
    }
}
