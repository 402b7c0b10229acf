package io.stockroom.input;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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
 * One member of a request. Each reader gives the value, or null when the member is absent or a fault was noted, so that
 * a whole request is read before it is refused.
 */
public final class Member {

    /** Beyond it no price or amount makes sense, and a huge exponent would only cost time. */
    private static final int MOST_DIGITS = 15;
    private static final int MOST_OBJECTS = 1000;
    private static final int EARLIEST_YEAR = 1900;
    private static final int LATEST_YEAR = 2199;
    private static final Pattern WHOLE = Pattern.compile("-?\\d{1,19}");

    private final Input input;
    private final String name;
    private final Object value;
    private boolean noted;

    Member(Input input, String name, Object value) {
        this.input = input;
        this.name = name;
        this.value = value;
    }

    public boolean isPresent() {
        return value != null;
    }

    /** Notes a fault when the member is absent. */
    public Member required() {
        if (value == null) {
            fault("is required");
        }
        return this;
    }

    /** A positive whole number, as Altegio numbers everything. */
    public Long id() {
        return read("must be a positive whole number", this::positiveLong);
    }

    /** Such numbers separated by commas, which is also how API Gateway hands on a parameter that is repeated. */
    public List<Long> ids(int most) {
        return read("must be positive whole numbers separated by commas, at most " + most, any -> {
            List<Long> ids = Stream.of(any.toString().split(",", most + 1)).map(this::positiveLong).toList();
            return ids.size() > most || ids.contains(null) ? null : ids;
        });
    }

    /** A whole number within the bounds, both included. */
    public Integer wholeNumber(int least, int most) {
        return read("must be a whole number from " + least + " to " + most, any -> {
            int number = integer(any).intValueExact();
            return number < least || number > most ? null : number;
        });
    }

    /** A number of at most 15 digits, exact: {@code 12.50} stays {@code 12.50}. */
    public BigDecimal decimal() {
        return read("must be a number of at most " + MOST_DIGITS + " digits", any -> {
            BigDecimal number = new BigDecimal(plain(any));
            return number.precision() > MOST_DIGITS || number.scale() > MOST_DIGITS || number.scale() < -MOST_DIGITS ? null : number;
        });
    }

    public Boolean flag() {
        return read("must be true or false", any -> switch (plain(any)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        });
    }

    /** Text of at most so many characters. */
    public String text(int most) {
        String text = text();
        if (text != null && text.length() > most) {
            fault("must have at most " + most + " characters");
        }
        return text;
    }

    public String text() {
        return read("must be text", any -> (any instanceof String || any instanceof Number) && isUnicode(any.toString())
                ? any.toString() : null);
    }

    /** A day, {@code 2026-11-23}. */
    public LocalDate date() {
        return read("must be a date such as 2026-11-23", any -> inReason(LocalDate.parse(plain(any))));
    }

    /** A timestamp with or without an offset. A space before the offset is the {@code +} of an unencoded query. */
    public Temporal timestamp() {
        return read("must be a timestamp such as 2026-11-23T10:00:00 or 2026-11-23T10:00:00+02:00",
                any -> inReason(Timestamps.parse(plain(any).replaceFirst("(:\\d\\d) (\\d\\d:?\\d\\d)$", "$1+$2"))));
    }

    /** A moment in time: a timestamp with its offset, so that no zone has to be guessed. */
    public OffsetDateTime moment() {
        return read("must be a timestamp with its offset, such as 2026-11-23T10:00:00+02:00",
                any -> inReason(Timestamps.parse(plain(any))) instanceof OffsetDateTime moment ? moment : null);
    }

    /** The objects of an array, 1 to 1000; none when there was a fault. */
    public List<Input> objects() {
        List<?> elements = read("must be an array of 1 to " + MOST_OBJECTS + " objects",
                any -> any instanceof List<?> list && !list.isEmpty() && list.size() <= MOST_OBJECTS ? list : null);
        if (elements == null) {
            return List.of();
        }
        List<Input> objects = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i) instanceof Map<?, ?> object) {
                objects.add(input.inside(name, i, object));
            } else {
                input.fault(name, i, "must be an object");
            }
        }
        return objects;
    }

    /** Notes what is wrong with this member; the first fault of a member is enough. */
    public void fault(String detail) {
        if (!noted) {
            noted = true;
            input.fault(name, detail);
        }
    }

    /** Half a surrogate pair would arrive as a question mark. */
    private static boolean isUnicode(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private <T> T read(String otherwise, Function<Object, T> reader) {
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
            fault(otherwise);
        }
        return result;
    }

    /** Null for years in which nobody sold anything: such a date only breaks those who read it later. */
    private static <T extends TemporalAccessor> T inReason(T time) {
        int year = time.get(ChronoField.YEAR);
        return year < EARLIEST_YEAR || year > LATEST_YEAR ? null : time;
    }

    private Long positiveLong(Object any) {
        long number = integer(any).longValueExact();
        return number > 0 ? number : null;
    }

    /** In text, digits alone: {@code 1.0} and {@code 1e3} are whole numbers in JSON only. */
    private static BigDecimal integer(Object any) {
        String text = plain(any);
        return new BigDecimal(any instanceof String && !WHOLE.matcher(text).matches() ? "" : text);
    }

    /** Altegio takes numbers and flags in quotes, so do we. Nothing longer than this, and no other script's digits. */
    private static String plain(Object any) {
        String text = any instanceof Map || any instanceof List ? "" : any.toString().strip();
        return text.length() > 50 || text.chars().anyMatch(c -> c > 0x7f) ? "" : text;
    }
}
