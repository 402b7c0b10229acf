package io.stockroom.transactions;

import io.stockroom.altegio.Deadline;
import io.stockroom.http.Bodies;
import io.stockroom.http.BodyWriter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Answers without HTTP: one id a line. */
final class Exports {

    private static final Format IDS = new Format() {

        @Override
        public String mediaType() {
            return "text/plain";
        }

        @Override
        public byte[] head() {
            return new byte[0];
        }

        @Override
        public byte[] row(Transaction transaction) {
            throw new UnsupportedOperationException("The rows are ids");
        }

        @Override
        public byte[] between() {
            return new byte[0];
        }

        @Override
        public byte[] tail(Meta meta) {
            return new byte[0];
        }
    };

    private Exports() {
    }

    /** Adds what one answer of at most so many bytes has to what was found, and returns where the next one goes on. */
    static Cursor write(Pages.Source source, Cursor from, int count, int most, List<Long> found) {
        BodyWriter body = new BodyWriter(false);
        try (Pages pages = new Pages(source, 5, count)) {
            Walk walk = from == null ? Walk.from(pages, 1, count) : Walk.from(pages, from);
            Cursor next = new Export(walk, from, false, IDS, body, most).write(Deadline.in(Duration.ofMinutes(1), Clock.systemUTC()));
            Bodies.text(body).lines().map(Long::valueOf).forEach(found::add);
            return next;
        }
    }
}
