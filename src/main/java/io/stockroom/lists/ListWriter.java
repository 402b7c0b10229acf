package io.stockroom.lists;

import io.stockroom.altegio.AltegioException;
import io.stockroom.http.BodyWriter;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Reads the rows of a list from Altegio and writes them, as far as size and time allow. */
@ApplicationScoped
public class ListWriter {

    /**
     * What has been written.
     *
     * @param next where the next response continues, or null
     * @param last whether Altegio is known to have no rows after the written ones
     * @param warnings about the written rows
     */
    public record Part(Cursor next, boolean last, RowWarnings warnings) {
    }

    /** Pages that may wait for the rate limiter before they are requested: what counts is when they were sent. */
    private record UpstreamPages(Rows rows, CallContext context) implements PrefetchingPages.Source {

        @Override
        public List<EncodedRow> rows(int page, int count) {
            return rows.page(page, count, context);
        }

        @Override
        public Page page(int number, int count) {
            CallContext part = context.part();
            long started = System.nanoTime();
            List<EncodedRow> page = rows.page(number, count, part);
            return Page.of(number, count, page, part.calls().lastSent().orElse(started), System.nanoTime());
        }
    }

    private final SearchConfig config;

    ListWriter(SearchConfig config) {
        this.config = config;
    }

    /** Returns the output for a response, with the maximum size of a response. */
    public RowOutput output(Format<?> format, BodyWriter body) {
        return new RowOutput(format, body, config.responseSize());
    }

    /** Writes the requested rows to the body, with the beginning of the format but not its end. */
    public Part write(Rows rows, Paging paging, Format<?> format, BodyWriter body, CallContext context) {
        return write(rows, paging, output(format, body), context);
    }

    /**
     * Reads all rows, which are all filtered out: the source keeps what it needs of them.
     *
     * @param count rows per page of Altegio
     * @throws AltegioException if not all of them could be read
     */
    public void read(Rows rows, int count, CallContext context) {
        if (!write(rows, new Paging(1, count, true, null), null, context).last()) {
            throw new AltegioException.TimedOutException();
        }
    }

    /**
     * Writes the requested rows until the sink takes no more, the deadline has passed, or Altegio fails after the first row.
     *
     * @param sink null if all rows are filtered out
     */
    public Part write(Rows rows, Paging paging, RowSink sink, CallContext context) {
        CallContext readContext = context.minus(config.reserve());
        try (PrefetchingPages pages = pages(new UpstreamPages(rows, readContext), paging)) {
            StablePagination pagination = pagination(pages, paging, rows.minLimit());
            RowWriter writer = new RowWriter(pagination, paging.cursor(), paging.all() ? 0 : paging.count(), sink);
            Cursor next = writer.write(readContext.deadline());
            return new Part(next, next == null && (paging.all() || pagination.isAtEnd()), writer.warnings());
        } catch (RowTooLargeException e) {
            throw rows.tooLarge(e.id());
        }
    }

    private PrefetchingPages pages(PrefetchingPages.Source source, Paging paging) {
        return new PrefetchingPages(source, paging.all() ? config.fetchAhead() : 0, config.fetchAheadBytes(), paging.pageSize());
    }

    private static StablePagination pagination(PrefetchingPages pages, Paging paging, int minLimit) {
        if (paging.cursor() != null) {
            return StablePagination.from(pages, paging.cursor());
        }
        if (paging.all()) {
            return StablePagination.all(pages, paging.pageSize(), minLimit);
        }
        return paging.count() > paging.pageSize() ? StablePagination.large(pages, paging.offset(), paging.pageSize())
                : StablePagination.single(pages, paging.page(), paging.count());
    }
}
