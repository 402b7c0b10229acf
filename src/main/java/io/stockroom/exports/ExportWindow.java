package io.stockroom.exports;

import io.stockroom.lists.ChangedRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.Temporal;

/**
 * The time in which exported transactions changed last.
 *
 * @param from inclusive, in whole seconds; null for the first export, which begins with the first transaction
 * @param to   exclusive, in whole seconds
 */
record ExportWindow(Instant from, Instant to) {

    /** The offsets of the earliest and of the latest time zone. */
    private static final Duration MAX_OFFSET = Duration.ofHours(14);
    private static final Duration MIN_OFFSET = Duration.ofHours(-12);
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    ExportWindow {
        from = from == null ? null : from.truncatedTo(ChronoUnit.SECONDS);
        to = to.truncatedTo(ChronoUnit.SECONDS);
    }

    /** Returns the text that identifies the window in the names of objects. */
    String name() {
        return (from == null ? "start" : NAME.format(from)) + "-" + NAME.format(to);
    }

    /** Returns the day of the window's end, in UTC. */
    LocalDate date() {
        return to.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    static String name(Instant time) {
        return NAME.format(time);
    }

    /**
     * Returns a range for Altegio that contains the window in whichever time zone Altegio reads it: whether it respects an offset is not
     * known, so that none is sent. What is outside of the window is left out by {@link #mayContain}.
     */
    ChangedRange range() {
        return new ChangedRange(from == null ? null : digits(from.plus(MIN_OFFSET)), digits(to.plus(MAX_OFFSET)));
    }

    /**
     * Returns whether a row that changed at this time may be in the window. A time without an offset is in the location's time zone, which
     * may be any; a row without a readable time may have changed at any time.
     */
    boolean mayContain(Temporal changed) {
        if (changed instanceof OffsetDateTime exact) {
            return contains(exact.toInstant(), exact.toInstant());
        }
        if (changed instanceof LocalDateTime local) {
            Instant inUtc = local.toInstant(ZoneOffset.UTC);
            return contains(inUtc.minus(MAX_OFFSET), inUtc.minus(MIN_OFFSET));
        }
        return true;
    }

    private boolean contains(Instant earliest, Instant latest) {
        return earliest.isBefore(to) && (from == null || !latest.isBefore(from));
    }

    private static LocalDateTime digits(Instant time) {
        return LocalDateTime.ofInstant(time, ZoneOffset.UTC);
    }
}
