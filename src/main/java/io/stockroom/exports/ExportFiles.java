package io.stockroom.exports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.ChangedRange;
import io.stockroom.lists.Cursor;
import io.stockroom.transactions.Transaction;
import io.stockroom.transactions.Transactions;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Writes one exported object at a time, as far as its size and the time allow. */
@ApplicationScoped
class ExportFiles {

    /** A row that counts but is not written. */
    private static final byte[] NOTHING = {};

    /**
     * What has been read.
     *
     * @param next    where the next part begins; null if nothing is left
     * @param ids     of all rows that were read, also of those that were not written
     * @param written how many rows were written
     */
    record Part(String next, IdSet ids, int written) {

        boolean isLast() {
            return next == null;
        }
    }

    private final Transactions transactions;
    private final ExportStore store;
    private final ExportsConfig config;
    private final ObjectMapper mapper;
    private final Clock clock;

    ExportFiles(Transactions transactions, ExportStore store, ExportsConfig config, ObjectMapper mapper, Clock clock) {
        this.transactions = transactions;
        this.store = store;
        this.config = config;
        this.mapper = mapper;
        this.clock = clock;
    }

    /** Writes the rows of a part of a window. The object is not written if there are none. */
    Part writeWindow(ExportLease lease, ExportWindow window, String name, String cursor, CallContext context) {
        Instant askedAt = clock.instant();
        return write(lease, window.range(), name, cursor,
                row -> window.mayContain(row.lastChangeDate()) ? line(ExportedTransaction.of(row, askedAt)) : null, context);
    }

    /** Reads a part of all rows, and writes those that are wanted. The object is not written if there are none. */
    Part writeAll(ExportLease lease, Predicate<Transaction> isWanted, String name, String cursor, CallContext context) {
        Instant askedAt = clock.instant();
        return write(lease, new ChangedRange(null, null), name, cursor,
                row -> isWanted.test(row) ? line(ExportedTransaction.of(row, askedAt)) : NOTHING, context);
    }

    private Part write(ExportLease lease, ChangedRange range, String name, String cursor, Function<Transaction, byte[]> encoder,
            CallContext context) {
        Cursor from = Optional.ofNullable(cursor).flatMap(Cursor::of).orElse(null);
        try (PartFile file = new PartFile(config.partSize(), config.partRows(), lease::renewIfDue)) {
            Cursor next = transactions.write(lease.location(), range, from, encoder, file, context).next();
            put(lease, name, file);
            return new Part(next == null ? null : next.text(), file.ids(), file.written());
        }
    }

    /** Writes rows for deleted transactions. */
    void writeDeleted(ExportLease lease, IdSet ids, Instant foundAt, String name) {
        try (PartFile file = new PartFile(Long.MAX_VALUE, Integer.MAX_VALUE, lease::renewIfDue)) {
            ids.stream().forEach(id -> file.write(line(DeletedTransaction.of(id, foundAt))));
            put(lease, name, file);
        }
    }

    private void put(ExportLease lease, String name, PartFile file) {
        if (file.written() > 0) {
            lease.renew();
            store.put(name, file.finished());
        }
    }

    private byte[] line(Object row) {
        try {
            byte[] json = mapper.writeValueAsBytes(row);
            byte[] line = Arrays.copyOf(json, json.length + 1);
            line[json.length] = '\n';
            return line;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
