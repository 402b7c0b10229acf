package io.stockroom.input;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;

/**
 * Reads the shapes of a timestamp that occur around Altegio: {@code 2026-09-21T23:00:00.000-05:00},
 * {@code 2026-12-21T19:08:00-0500} and, without a zone, {@code 2017-04-25 21:50:01}.
 */
public final class Timestamps {

    private static final int DATE = "2026-11-23".length();
    private static final DateTimeFormatter ANY_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    private Timestamps() {
    }

    /**
     * An {@link OffsetDateTime}, or a {@link LocalDateTime} when the text names no offset.
     *
     * @throws DateTimeParseException when the text is in none of the shapes
     */
    public static Temporal parse(String text) {
        return (Temporal) ANY_OFFSET.parseBest(normal(text), OffsetDateTime::from, LocalDateTime::from);
    }

    /** With a {@code T} for the space, and a colon in the offset. */
    private static String normal(String text) {
        int colon = text.length() - 2;
        boolean joined = colon > DATE + 2 && "+-".indexOf(text.charAt(colon - 3)) >= 0;
        String time = joined ? text.substring(0, colon) + ':' + text.substring(colon) : text;
        return text.length() > DATE && text.charAt(DATE) == ' ' ? time.substring(0, DATE) + 'T' + time.substring(DATE + 1) : time;
    }

    /** With a {@code T}, with seconds even when they are zero, and with the offset if there is one. */
    public static String format(Temporal timestamp) {
        return (timestamp instanceof OffsetDateTime ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .format(timestamp);
    }
}
