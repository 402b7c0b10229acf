package io.stockroom.local.sandbox;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE;
import static java.time.format.DateTimeFormatter.ISO_LOCAL_TIME;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes dates in three formats, as the service does, and parses all of them leniently. */
final class Dates {

    /** The time zone of the seeded locations, which applies to dates without an offset. */
    static final ZoneId ZONE = ZoneId.of("Europe/Sofia");

    private static final ZoneOffset WEST = ZoneOffset.ofHours(-10);

    private static final List<DateTimeFormatter> FORMATS = List.of(
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxx"),
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss"));

    private static final DateTimeFormatter PARSER = new DateTimeFormatterBuilder()
            .append(ISO_LOCAL_DATE).appendPattern("['T'][' ']").append(ISO_LOCAL_TIME).appendPattern("[XXX][XX]")
            .toFormatter();

    private static final Pattern UNIX_SECONDS = Pattern.compile("\\d{9,11}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Dates() {
    }

    /** Formats a date; the row ID determines the format. */
    static String write(Instant date, long row) {
        return FORMATS.get((int) (row % FORMATS.size())).format(date.atZone(ZONE));
    }

    /** Reads a time as a service does that ignores its offset, in a location far west of UTC. */
    static Optional<Instant> readWithoutOffset(String text) {
        try {
            return Optional.of(LocalDateTime.from(PARSER.parse(text)).toInstant(WEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Reads a date in any of the three formats, a day, or Unix seconds. */
    static Optional<Instant> read(String text) {
        if (UNIX_SECONDS.matcher(text).matches()) {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(text)));
        }
        if (DAY.matcher(text).matches()) {
            return read(text + "T00:00:00");
        }
        try {
            return Optional.of(PARSER.parseBest(text, OffsetDateTime::from, LocalDateTime::from))
                    .map(date -> date instanceof OffsetDateTime exact ? exact.toInstant()
                            : ((LocalDateTime) date).atZone(ZONE).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
