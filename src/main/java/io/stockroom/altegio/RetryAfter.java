package io.stockroom.altegio;

import io.stockroom.input.Timestamps;
import io.stockroom.problems.Problem;
import jakarta.ws.rs.core.HttpHeaders;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code Retry-After} (RFC 9110, section 10.2.3): seconds, also with decimals, or a date in any of HTTP's three formats or in
 * ISO 8601. A date is compared with the response's own {@code Date}, so that the difference of the clocks does not matter. The
 * result is between a second and a day; what cannot be read counts as missing.
 */
final class RetryAfter {

    static final Duration MAX = Duration.ofDays(1);

    private static final Pattern SECONDS = Pattern.compile("(\\d{1,40}(?:\\.\\d{0,40})?)\\s*(?:s|secs?|seconds?)?",
            Pattern.CASE_INSENSITIVE);
    private static final String TIME = "(?<hour>\\d{1,2}):(?<minute>\\d\\d):(?<second>\\d\\d)";
    /** {@code Sun, 06 Nov 1994 08:49:37 GMT}, and the older {@code Sunday, 06-Nov-94 08:49:37 GMT}. */
    private static final Pattern DATE = Pattern.compile("(?:\\p{Alpha}{3,9},?\\s+)?(?<day>\\d{1,2})[\\s-](?<month>\\p{Alpha}{3})[\\s-]"
            + "(?<year>\\d{4}|\\d\\d)\\s+" + TIME + "(?:\\s+(?:GMT|UTC|UT|Z|[+-]0000))?", Pattern.CASE_INSENSITIVE);
    /** The format of C's asctime: {@code Sun Nov  6 08:49:37 1994}. */
    private static final Pattern ASCTIME = Pattern.compile("\\p{Alpha}{3}\\s+(?<month>\\p{Alpha}{3})\\s+(?<day>\\d{1,2})\\s+" + TIME
            + "\\s+(?<year>\\d{4})", Pattern.CASE_INSENSITIVE);
    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private RetryAfter() {
    }

    static Optional<Duration> inHeader(RawResponse response, Instant now) {
        String value = response.header(HttpHeaders.RETRY_AFTER);
        if (value == null) {
            return Optional.empty();
        }
        Matcher seconds = SECONDS.matcher(value.strip());
        if (seconds.matches()) {
            return Optional.of(limited(new BigDecimal(seconds.group(1))));
        }
        Instant sent = Optional.ofNullable(response.header(HttpHeaders.DATE)).flatMap(date -> date(date, now)).orElse(now);
        return date(value, now).map(date -> limited(BigDecimal.valueOf(Duration.between(sent, date).toMillis(), 3)));
    }

    /** Returns so many seconds, limited to what is worth waiting for. */
    static Duration limited(BigDecimal seconds) {
        BigDecimal max = BigDecimal.valueOf(MAX.toSeconds());
        BigDecimal min = BigDecimal.valueOf(Problem.MIN_RETRY_AFTER.toSeconds());
        return Duration.ofMillis(seconds.min(max).max(min).movePointRight(3).longValue());
    }

    private static Optional<Instant> date(String value, Instant now) {
        String text = value.strip();
        Matcher date = DATE.matcher(text);
        Matcher asctime = ASCTIME.matcher(text);
        try {
            if (date.matches() || asctime.matches()) {
                return Optional.of(instant(date.matches() ? date : asctime, now));
            }
            return Timestamps.parse(text) instanceof OffsetDateTime time ? Optional.of(time.toInstant()) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Instant instant(Matcher date, Instant now) {
        int month = MONTHS.indexOf(date.group("month").toLowerCase(Locale.ROOT)) + 1;
        int year = Integer.parseInt(date.group("year"));
        // The day of the week is not checked, and a leap second is the one before.
        return LocalDateTime.of(year < 100 ? fullYear(year, now) : year, month, number(date, "day"), number(date, "hour"),
                number(date, "minute"), Math.min(number(date, "second"), 59)).toInstant(ZoneOffset.UTC);
    }

    /** Returns the year with these last two digits that is at most 50 years ahead. */
    private static int fullYear(int lastDigits, Instant now) {
        int latest = now.atOffset(ZoneOffset.UTC).getYear() + 50;
        return latest - Math.floorMod(latest - lastDigits, 100);
    }

    private static int number(Matcher date, String group) {
        return Integer.parseInt(date.group(group));
    }
}
