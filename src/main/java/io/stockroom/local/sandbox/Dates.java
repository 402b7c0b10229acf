package io.stockroom.local.sandbox;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;

/** The three ways in which dates are written, and the one lenient way in which they are read. */
final class Dates {

    /** The seeded locations' own zone, which every date without an offset is in. */
    static final ZoneId ZONE = ZoneId.of("Europe/Sofia");

    private static final List<DateTimeFormatter> SHAPES = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));

    private static final DateTimeFormatter READ = new DateTimeFormatterBuilder()
            .append(ISO_LOCAL_DATE).appendPattern("['T'][' ']").append(ISO_LOCAL_TIME).appendPattern("[XXX][XX]")
            .toFormatter();

    private Dates() {
    }

    /** The date in the shape that falls to this row. */
    static String write(Instant date, long row) {
        return SHAPES.get((int) (row % SHAPES.size())).format(date.atZone(ZONE));
    }

    static Optional<Instant> read(String text) {
        try {
            return Optional.of(READ.parseBest(text, OffsetDateTime::from, LocalDateTime::from))
                    .map(date -> date instanceof OffsetDateTime exact ? exact.toInstant()
                            : ((LocalDateTime) date).atZone(ZONE).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
