package io.stockroom.lists;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.invocation.Deadline;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * Writes the rows of a pagination until they end, the response is full or the deadline has passed. Once a row has been passed, a
 * failure of Altegio ends the response as well: nothing is lost, and if the failure persists, the next response reports it.
 */
final class RowWriter {

    /** What became of a page: written, not written completely, or there was none. */
    private enum Progress {
        WRITTEN, FULL, AT_END
    }

    private final StablePagination pagination;
    private final RowSink output;
    private final boolean single;
    private final boolean severalPages;
    private final Deque<Long> anchor;
    private final RowWarnings warnings = new RowWarnings();
    private int number;
    private int count;
    private int rest;
    private boolean advanced;

    /**
     * @param from   where an earlier response ended, or null
     * @param count  how many rows are requested, of which an earlier response may have returned some; 0 for all
     * @param output null if all rows are filtered out, and there is nothing that a failure could end
     */
    RowWriter(StablePagination pagination, Cursor from, int count, RowSink output) {
        this.pagination = pagination;
        this.output = output;
        this.single = count > 0;
        this.anchor = new ArrayDeque<>(from != null ? from.anchor() : List.of());
        this.rest = from != null ? from.rest() : count;
        this.severalPages = from != null || count > Altegio.MAX_PAGE_SIZE;
    }

    /**
     * Writes the rows. Returns where the next response continues, or null if nothing is left.
     *
     * @param deadline for reading further pages
     */
    Cursor write(Deadline deadline) {
        try {
            Progress progress;
            do {
                if (advanced && !pagination.isAtEnd() && deadline.remaining().isZero()) {
                    return position();
                }
                progress = writeNextPage();
                if (progress == Progress.FULL) {
                    return position();
                }
            } while (progress == Progress.WRITTEN && (!single || (severalPages && rest > 0)));
            return null;
        } catch (AltegioException failure) {
            if (!advanced || output == null) {
                throw failure;
            }
            return position();
        }
    }

    /** Returns what is wrong with the rows that have been written. */
    RowWarnings warnings() {
        return warnings;
    }

    private Progress writeNextPage() {
        Page page = pagination.next();
        if (page == null) {
            return Progress.AT_END;
        }
        return write(page) ? Progress.WRITTEN : Progress.FULL;
    }

    /** Returns false if the response is full. Keeps no reference to the page: the next one may need the memory. */
    private boolean write(Page page) {
        number = page.number();
        count = page.count();
        if (single && !severalPages) {
            rest = page.rows().size();
        }
        for (EncodedRow row : page.rows()) {
            if (single && rest == 0) {
                return true;
            }
            if (row.bytes() != null && !write(row)) {
                return false;
            }
            advance(row);
        }
        return true;
    }

    private boolean write(EncodedRow row) {
        if (output.write(row)) {
            warnings.add(row.warnings());
            return true;
        }
        if (advanced) {
            return false;
        }
        throw new RowTooLargeException(row.id());
    }

    private void advance(EncodedRow row) {
        advanced = true;
        rest--;
        if (row.id() != null) {
            anchor.addLast(row.id());
            if (anchor.size() > Cursor.MAX_ANCHOR_IDS) {
                anchor.removeFirst();
            }
        }
    }

    private Cursor position() {
        if (anchor.isEmpty()) {
            throw AltegioObject.invalid("id");
        }
        return new Cursor(number, count, single ? rest : 0, List.copyOf(anchor));
    }
}
