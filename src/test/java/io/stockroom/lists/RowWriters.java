package io.stockroom.lists;

import io.stockroom.http.Bodies;
import io.stockroom.http.BodyWriter;
import io.stockroom.invocation.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Writes responses without HTTP: one id per line. */
final class RowWriters {

    private static final Format<Object> IDS = new Format<>() {

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public byte[] head() {
            return new byte[0];
        }

        @Override
        public byte[] row(Object row) {
            throw new UnsupportedOperationException("The rows are ids");
        }

        @Override
        public byte[] between() {
            return new byte[0];
        }

        @Override
        public byte[] tail(Object meta) {
            return new byte[0];
        }
    };

    private RowWriters() {
    }

    /** Adds the ids in one response of at most this size to those found, and returns where the next response continues. */
    static Cursor write(PrefetchingPages.Source source, Cursor from, int count, int maxBytes, List<Long> found) {
        return write(source, from, count, maxBytes, 5, found);
    }

    /** @param maxPrefetch pages that may be prefetched at once */
    static Cursor write(PrefetchingPages.Source source, Cursor from, int count, int maxBytes, int maxPrefetch, List<Long> found) {
        BodyWriter body = new BodyWriter(false);
        try (PrefetchingPages pages = new PrefetchingPages(source, maxPrefetch, Long.MAX_VALUE, count)) {
            StablePagination pagination = from == null ? StablePagination.all(pages, count, 1) : StablePagination.from(pages, from);
            Cursor next = new RowWriter(pagination, from, 0, new RowOutput(IDS, body, maxBytes))
                    .write(Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()));
            Bodies.text(body).lines().map(Long::valueOf).forEach(found::add);
            return next;
        }
    }

    /** Adds the ids of a page that is larger than Altegio's, or of the rest of it, in one response of at most this size. */
    static Cursor writeLarge(PrefetchingPages.Source source, Cursor from, int page, int count, int maxBytes, List<Long> found) {
        BodyWriter body = new BodyWriter(false);
        try (PrefetchingPages pages = new PrefetchingPages(source, 0, Long.MAX_VALUE, 1000)) {
            StablePagination pagination = from == null ? StablePagination.large(pages, (page - 1L) * count, 1000)
                    : StablePagination.from(pages, from);
            Cursor next = new RowWriter(pagination, from, count, new RowOutput(IDS, body, maxBytes))
                    .write(Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()));
            Bodies.text(body).lines().map(Long::valueOf).forEach(found::add);
            return next;
        }
    }
}
