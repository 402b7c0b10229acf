package io.stockroom.stock;

import io.stockroom.altegio.AltegioObject;
import io.stockroom.invocation.CallContext;
import io.stockroom.lists.EncodedRow;
import io.stockroom.lists.Rows;
import io.stockroom.problems.ProblemException;
import java.util.List;
import java.util.Map;

/**
 * The rows of a list of Altegio's that were changed since a time.
 *
 * @param idField the field of a row's id
 * @param since   a time as Altegio reads it
 * @param action  is given each row, by several threads at once, and some rows more than once
 */
record ChangedRows(Source source, String idField, String since, Action action) implements Rows {

    /** Reads one page. */
    interface Source {

        List<AltegioObject> rows(CallContext context, Map<String, String> query);
    }

    /** Uses one row. */
    interface Action {

        void use(long id, AltegioObject row);
    }

    @Override
    public List<EncodedRow> page(int page, int count, CallContext context) {
        return source.rows(context, Map.of("page", String.valueOf(page), "count", String.valueOf(count), "changed_after", since)).stream()
                .map(this::row).toList();
    }

    private EncodedRow row(AltegioObject row) {
        long size = row.size();
        Long id = row.takeId(idField);
        if (id == null) {
            throw AltegioObject.invalid(idField);
        }
        action.use(id, row);
        return new EncodedRow(id, null, size);
    }

    @Override
    public ProblemException tooLarge(Long id) {
        throw new IllegalStateException("No row is written");
    }
}
