package io.stockroom.transactions;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.http.BodyWriter;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.EncodedRow;
import io.stockroom.lists.Format;
import io.stockroom.lists.ListWriter;
import io.stockroom.lists.Rows;
import io.stockroom.problems.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the transactions of a location from Altegio and writes them in the requested format. */
@ApplicationScoped
class Transactions {

    private final Altegio altegio;
    private final ListWriter writer;

    Transactions(Altegio altegio, ListWriter writer) {
        this.altegio = altegio;
        this.writer = writer;
    }

    /** Writes the transactions found to the body, as far as size and time allow. */
    ListWriter.Part write(long location, SearchRequest search, Format<Transaction> format, BodyWriter body, CallContext context) {
        return writer.write(rows(location, search, format), search.paging(), format, body, context);
    }

    private Rows rows(long location, SearchRequest search, Format<Transaction> format) {
        return new Rows() {

            @Override
            public List<EncodedRow> page(int page, int count, CallContext context) {
                return altegio.transactions(location, search.query().parameters(page, count), context)
                        .stream().map(row -> encoded(row, search.filters(), format)).toList();
            }

            @Override
            public ProblemException tooLarge(Long id) {
                return new TransactionTooLargeException(id);
            }
        };
    }

    private static EncodedRow encoded(AltegioObject row, Filters filters, Format<Transaction> format) {
        long size = row.size();
        Transaction transaction = Transaction.from(row);
        return new EncodedRow(transaction.id(), filters.match(transaction) ? format.row(transaction) : null, size,
                transaction.warnings());
    }
}
