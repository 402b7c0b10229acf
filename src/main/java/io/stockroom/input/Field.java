package io.stockroom.input;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAccessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One field or parameter of a request. Each reader returns the value, or null if the field is absent or invalid: a violation is then
 * recorded, so that the whole request is read before it is rejected.
 */
public final class Field {

    /** As many as a floating-point number has at most, such as the result of a division. A huge exponent would only cost time. */
    private static final int MAX_DIGITS = 17;
    /** As many as such a number has behind the point, from one thousandth. */
    private static final int MAX_DECIMAL_PLACES = 20;
    private static final int MAX_OBJECTS = 1000;
    private static final int MIN_YEAR = 1900;
    private static final int MAX_YEAR = 2199;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");
    private static final Pattern CANONICAL_ID = Pattern.compile("[1-9][0-9]{0,18}");

    private final Input input;
    private final String name;
    private final Object value;
    private final List<String> occurrences;
    private boolean hasViolation;

    /** @param occurrences the values of a parameter of the query, one for each occurrence; empty if they are not known */
    Field(Input input, String name, Object value, List<String> occurrences) {
        this.input = input;
        this.name = name;
        this.value = value;
        this.occurrences = occurrences;
    }

    public boolean isPresent() {
        return value != null;
    }

    /** Records a violation if the field is absent. */
    public Field required() {
        if (value == null) {
            violation("is required");
        }
        return this;
    }

    /** Returns a positive whole number, as all ids of Altegio are. */
    public Long id() {
        return read("must be a positive whole number", this::positiveLong);
    }

    /** Returns an id as {@link #id()} does; null also for 0 and for empty text, by which Altegio's clients mean that there is none. */
    public Long optionalId() {
        return isBlankOrZero(value) ? null : id();
    }

    /** Returns whether the value is 0 or empty text, which stand for an absent id. */
    static boolean isBlankOrZero(Object value) {
        return value != null && (value.toString().isBlank() || value.toString().strip().equals("0"));
    }

    /** Returns an id written in digits alone, as in a path: one id has one URL. */
    public Long canonicalId() {
        return read("must be a positive whole number, without spaces, signs or leading zeros",
                any -> CANONICAL_ID.matcher(any.toString()).matches() ? positiveLong(any) : null);
    }

    /** Returns ids separated by commas, which is also how API Gateway passes on a repeated parameter. */
    public List<Long> ids(int max) {
        return read("must be at most " + max + " positive whole numbers separated by commas", any -> {
            List<Long> ids = Stream.of(any.toString().split(",", max + 1)).map(this::positiveLong).toList();
            return ids.size() > max || ids.contains(null) ? null : ids;
        });
    }

    /** Returns a whole number within the bounds, both inclusive. */
    public Integer wholeNumber(int min, int max) {
        return read("must be a whole number from " + min + " to " + max, any -> {
            int number = integer(any).intValueExact();
            return number < min || number > max ? null : number;
        });
    }

    /**
     * Returns a number with at most 17 digits, without leading zeros, and 20 decimal places, exactly: {@code 12.50} stays {@code 12.50},
     * and {@code 1e3} becomes {@code 1000}.
     */
    public BigDecimal decimal() {
        return read("must be a number with at most " + MAX_DIGITS + " digits and " + MAX_DECIMAL_PLACES + " decimal places", any -> {
            BigDecimal number = new BigDecimal(plain(any));
            return isDecimal(number) ? number.setScale(Math.max(number.scale(), 0)) : null;
        });
    }

    /** Returns whether {@link #decimal()} accepts the number, with its digits counted as they are written without an exponent. */
    public static boolean isDecimal(BigDecimal number) {
        return number.scale() >= -MAX_DIGITS && number.scale() <= MAX_DECIMAL_PLACES
                && number.setScale(Math.max(number.scale(), 0)).precision() <= MAX_DIGITS;
    }

    public Boolean flag() {
        return read("must be true or false", any -> switch (plain(any)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        });
    }

    /** Returns text that is at most so many characters long. */
    public String text(int max) {
        String text = text();
        if (text != null && text.length() > max) {
            violation("must be at most " + max + " characters long");
        }
        return text;
    }

    public String text() {
        String text = read("must be text", any -> (any instanceof String || any instanceof Number) && Utf8.isEncodable(any.toString())
                ? any.toString() : null);
        if (text != null && !Utf8.isIntact(text)) {
            violation("must not contain the replacement character U+FFFD");
            return null;
        }
        return text;
    }

    /**
     * Returns different texts without the blanks around them. A parameter that is repeated has one each, which may contain commas; one
     * that is not repeated may have several, separated by commas.
     */
    public List<String> texts(int max) {
        String joined = text();
        if (joined == null) {
            return null;
        }
        List<String> given = occurrences.size() > 1 ? occurrences : List.of(joined.split(",", -1));
        List<String> texts = given.stream().map(String::strip).distinct().toList();
        if (texts.contains("") || texts.size() > max) {
            violation("must be 1 to " + max + " texts, repeated or separated by commas");
            return null;
        }
        return texts;
    }

    /** Returns a date such as {@code 2026-11-23}. */
    public LocalDate date() {
        return read("must be a date such as 2026-11-23", any -> ifPlausible(LocalDate.parse(plain(any))));
    }

    /** Returns a timestamp with or without an offset. A space before the offset is the {@code +} of an unencoded query. */
    public Temporal timestamp() {
        return read("must be a timestamp such as 2026-11-23T10:00:00 or 2026-11-23T10:00:00+02:00",
                any -> ifPlausible(Timestamps.parse(Timestamps.withPlus(plain(any)))));
    }

    /** Returns a timestamp with an offset, so that no time zone has to be guessed. */
    public OffsetDateTime moment() {
        return read("must be a timestamp with a UTC offset, such as 2026-11-23T10:00:00+02:00",
                any -> ifPlausible(Timestamps.parse(plain(any))) instanceof OffsetDateTime moment ? moment : null);
    }

    /** Returns the 1 to 1000 objects of an array; an empty list if the field is absent or invalid. */
    public List<Input> objects() {
        List<?> elements = read("must be an array of 1 to " + MAX_OBJECTS + " objects",
                any -> any instanceof List<?> list && !list.isEmpty() && list.size() <= MAX_OBJECTS ? list : null);
        if (elements == null) {
            return List.of();
        }
        List<Input> objects = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Map<?, ?> object) {
                objects.add(input.inside(name, i, object));
            } else {
                input.violation(name, i, "must be an object");
            }
        }
        return objects;
    }

    /** Records a violation of this field; only the first one of a field is kept. */
    public void violation(String detail) {
        if (!hasViolation) {
            hasViolation = true;
            input.violation(name, detail);
        }
    }

    private <T> T read(String violation, Function<Object, T> reader) {
        if (value == null) {
            return null;
        }
        T result;
        try {
            result = reader.apply(value);
        } catch (ArithmeticException | NumberFormatException | DateTimeException e) {
            result = null;
        }
        if (result == null) {
            violation(violation);
        }
        return result;
    }

    /** Returns null for an implausible year, which would only cause errors later. */
    private static <T extends TemporalAccessor> T ifPlausible(T time) {
        int year = time.get(ChronoField.YEAR);
        return year < MIN_YEAR || year > MAX_YEAR ? null : time;
    }

    private Long positiveLong(Object any) {
        long number = integer(any).longValueExact();
        return number > 0 ? number : null;
    }

    /** Accepts only digits in text: {@code 1.0} and {@code 1e3} are whole numbers in JSON only. */
    private static BigDecimal integer(Object any) {
        String text = plain(any);
        return new BigDecimal(any instanceof String && !WHOLE.matcher(text).matches() ? "" : text);
    }

    /** Returns a scalar as text, because Altegio accepts numbers and flags in quotes; empty if too long or not ASCII. */
    private static String plain(Object any) {
        String text = any instanceof Map || any instanceof List ? "" : any.toString().strip();
        return text.length() > 50 || text.chars().anyMatch(c -> c > 0x7f) ? "" : text;
    }
}
