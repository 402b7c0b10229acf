package io.stockroom.input;

import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.Temporal;
import java.util.regex.Pattern;

/**
 * Reads and writes the timestamp formats that occur around Altegio: {@code 2026-09-21T23:00:00.000-05:00},
 * {@code 2026-12-21T19:08:00-0500} and, without a zone, {@code 2017-04-25 21:50:01}. An offset may also be hours only.
 */
public final class Timestamps {

    private static final int DATE_LENGTH = "2026-11-23".length();
    private static final DateTimeFormatter ANY_OFFSET = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendOffset("+HH:mm", "Z").optionalEnd()
            .toFormatter()
            .withResolverStyle(ResolverStyle.STRICT);

    /** A date, a separator, a time, a space, and an offset without its sign, in any format that {@link #parse} accepts. */
    private static final Pattern OFFSET_WITHOUT_SIGN = Pattern.compile("(.{11,}) ([0-9]{2}(:?[0-9]{2})?)");

    private Timestamps() {
    }

    /** Returns the text with a {@code +} before the offset instead of the space that an unencoded plus is in a query. */
    static String withPlus(String text) {
        return OFFSET_WITHOUT_SIGN.matcher(text).matches() ? OFFSET_WITHOUT_SIGN.matcher(text).replaceFirst("$1+$2") : text;
    }

    /**
     * Returns an {@link OffsetDateTime}, or a {@link LocalDateTime} if the text has no offset.
     *
     * @throws DateTimeParseException if the text is in none of the formats
     */
    public static Temporal parse(String text) {
        return (Temporal) ANY_OFFSET.parseBest(normalized(text), OffsetDateTime::from, LocalDateTime::from);
    }

    /** Returns the text with a {@code T} instead of the space, and with a colon in the offset. */
    private static String normalized(String text) {
        int colon = text.length() - 2;
        boolean withoutColon = colon > DATE_LENGTH + 2 && "+-".indexOf(text.charAt(colon - 3)) >= 0;
        String time = withoutColon ? text.substring(0, colon) + ':' + text.substring(colon) : text;
        return text.length() > DATE_LENGTH && text.charAt(DATE_LENGTH) == ' '
                ? time.substring(0, DATE_LENGTH) + 'T' + time.substring(DATE_LENGTH + 1)
                : time;
    }

    /** Returns the timestamp with a {@code T}, with seconds even if they are zero, and with the offset if there is one. */
    public static String format(Temporal timestamp) {
        return (timestamp instanceof OffsetDateTime ? DateTimeFormatter.ISO_OFFSET_DATE_TIME : DateTimeFormatter.ISO_LOCAL_DATE_TIME)
                .format(timestamp);
    }
}
