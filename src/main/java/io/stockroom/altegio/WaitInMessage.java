package io.stockroom.altegio;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the wait in V1's message about a 429, which is in the account's language: «…повторить запрос через 7 секунд».
 *
 * <p>The rule: of the numbers that a unit of time follows, in any language known here and in the digits of any script, the last one
 * counts, together with minutes directly before seconds. A number that is the window of a limit, as in "200 requests in 60 seconds",
 * counts only if there is no other. If no number has a known unit, the largest one up to 60 counts as seconds: V1's longest window is
 * a minute, so that larger numbers are limits, statuses or ids, and of the others the largest is the safe choice. Numbers within
 * words, addresses, dates and times never count.
 */
final class WaitInMessage {

    private static final BigDecimal MAX_SECONDS_WITHOUT_UNIT = BigDecimal.valueOf(60);
    private static final String TOO_MANY_REQUESTS = "429";

    private static final Pattern NUMBER = Pattern
            .compile("(?<![\\p{L}\\p{N}_.:/#-])(?<whole>\\p{Nd}{1,18})(?:[.,](?<fraction>\\p{Nd}{1,9}))?"
                    + "(?![\\p{N}]|[.:/,_-]\\p{N})");
    /** How the units begin in the languages of Altegio's customers; the order matters, because some begin with another. */
    private static final Map<String, String> UNITS = Map.of(
            "0.001", "ms\\b|milli|мс\\b|милли|мілі",
            "1", "s\\b|с\\b|sec|sek|seg|séc|сек|saniy|soniy|másodp|mp\\b|vteř|detik|giây|δευτ|წამ|վայրկ|שני|ثان|ثوان|सेकं|วินาที|秒|초",
            "60", "m\\b|min|мин|мін|хв|dakik|dəqiq|daqiq|perc|menit|phút|λεπτ|წუთ|րոպ|דק|دقي|دقا|دقی|मिनट|นาที|分|분",
            "3600", "h\\b|hour|hr|час|год|stund|heure|hora|ore\\b|ora\\b|saat|soat|godz|hodin|ώρ|საათ|ժամ|שע|ساع|ชั่วโมง|時間|小时|小時|시간");
    private static final List<String> UNIT_ORDER = List.of("0.001", "3600", "60", "1");
    private static final Pattern UNIT = Pattern.compile("[\\p{Zs}\\p{P}]{0,2}(?:" + String.join("|",
            UNIT_ORDER.stream().map(seconds -> "(" + UNITS.get(seconds) + ")").toList()) + ")",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern CLAUSE_END = Pattern.compile("[,;.:!?()،؛。、，—–|\\n]");
    private static final int MAX_GAP_IN_PAIR = 6;

    /** @param unit the seconds in the unit that follows the number; null if none does */
    private record Number(BigDecimal value, BigDecimal unit, int start, int end) {

        BigDecimal seconds() {
            return value.multiply(unit == null ? BigDecimal.ONE : unit);
        }
    }

    private WaitInMessage() {
    }

    static Optional<Duration> in(String message) {
        List<Number> numbers = numbers(message);
        List<Number> withUnit = numbers.stream().filter(number -> number.unit != null).toList();
        if (withUnit.isEmpty()) {
            return numbers.stream().map(Number::value).filter(value -> value.compareTo(MAX_SECONDS_WITHOUT_UNIT) <= 0)
                    .max(BigDecimal::compareTo).map(RetryAfter::limited);
        }
        List<Number> waits = withUnit.stream().filter(number -> !isWindow(number, numbers, message)).toList();
        return Optional.of(RetryAfter.limited(lastSum(waits.isEmpty() ? withUnit : waits)));
    }

    private static List<Number> numbers(String message) {
        List<Number> numbers = new ArrayList<>();
        Matcher number = NUMBER.matcher(message);
        while (number.find()) {
            Matcher unit = UNIT.matcher(message).region(number.end(), message.length()).useTransparentBounds(true);
            boolean hasUnit = unit.lookingAt();
            numbers.add(new Number(value(number), hasUnit ? seconds(unit) : null, number.start(), hasUnit ? unit.end() : number.end()));
        }
        return numbers;
    }

    /** Returns whether another number, without a unit, precedes this one in the same clause: that of the limit. */
    private static boolean isWindow(Number window, List<Number> numbers, String message) {
        return numbers.stream().anyMatch(limit -> limit.unit == null && limit.end < window.start
                && !limit.value.toString().equals(TOO_MANY_REQUESTS)
                && !CLAUSE_END.matcher(message).region(limit.end, window.start).find());
    }

    /** Returns the last number in seconds, plus the one just before it if that has a larger unit: 1 minute 30 seconds. */
    private static BigDecimal lastSum(List<Number> numbers) {
        Number last = numbers.get(numbers.size() - 1);
        Number before = numbers.size() < 2 ? null : numbers.get(numbers.size() - 2);
        boolean pair = before != null && before.unit.compareTo(last.unit) > 0 && gap(before, last) <= MAX_GAP_IN_PAIR;
        return pair ? before.seconds().add(last.seconds()) : last.seconds();
    }

    /** The rest of the unit's word counts, too, and is at most this long. */
    private static int gap(Number one, Number other) {
        return Math.max(0, other.start - one.end - MAX_GAP_IN_PAIR);
    }

    private static BigDecimal seconds(Matcher unit) {
        for (int group = 1; group <= UNIT_ORDER.size(); group++) {
            if (unit.group(group) != null) {
                return new BigDecimal(UNIT_ORDER.get(group - 1));
            }
        }
        throw new IllegalStateException("No unit");
    }

    private static BigDecimal value(Matcher number) {
        String fraction = number.group("fraction");
        return new BigDecimal(ascii(number.group("whole")) + (fraction == null ? "" : "." + ascii(fraction)));
    }

    /** Returns the digits of any script as those of ASCII. */
    private static String ascii(String digits) {
        StringBuilder ascii = new StringBuilder();
        digits.codePoints().forEach(digit -> ascii.append(Character.digit(digit, 10)));
        return ascii.toString();
    }
}
