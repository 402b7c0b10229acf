package io.stockroom.input;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * One member of a request. Each reader gives the value, or null when the member is absent or a fault was noted, so that
 * a whole request is read before it is refused.
 */
public final class Member {

    /** Beyond it no price or amount makes sense, and a huge exponent would only cost time. */
    private static final int MOST_DIGITS = 15;

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

    /** A whole number within the bounds, both included. */
    public Integer wholeNumber(int least, int most) {
        return read("must be a whole number from " + least + " to " + most, any -> {
            int number = new BigDecimal(plain(any)).intValueExact();
            return number < least || number > most ? null : number;
        });
    }

    /** A number of at most 15 digits, exact: {@code 12.50} stays {@code 12.50}. */
    public BigDecimal decimal() {
        return read("must be a number of at most " + MOST_DIGITS + " digits", any -> {
            BigDecimal number = new BigDecimal(plain(any));
            return number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS ? null : number;
        });
    }

    public Boolean flag() {
        return read("must be true or false", any -> switch (plain(any)) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        });
    }

    public String text() {
        return read("must be text", any -> any instanceof String || any instanceof Number ? any.toString() : null);
    }

    /** A day, {@code 2026-11-23}. */
    public LocalDate date() {
        return read("must be a date such as 2026-11-23", any -> LocalDate.parse(plain(any)));
    }

    /** A timestamp with or without an offset. A space before the offset is the {@code +} of an unencoded query. */
    public Temporal timestamp() {
        return read("must be a timestamp such as 2026-11-23T10:00:00 or 2026-11-23T10:00:00+02:00",
                any -> Timestamps.parse(plain(any).replaceFirst("(:\\d\\d) (\\d\\d:?\\d\\d)$", "$1+$2")));
    }

    /** A moment in time: a timestamp with its offset, so that no zone has to be guessed. */
    public OffsetDateTime moment() {
        return read("must be a timestamp with its offset, such as 2026-11-23T10:00:00+02:00",
                any -> Timestamps.parse(plain(any)) instanceof OffsetDateTime moment ? moment : null);
    }

    /** The objects of an array, at least one; none when there was a fault. */
    public List<Input> objects() {
        List<?> elements = read("must be an array of at least one object",
                any -> any instanceof List<?> list && !list.isEmpty() ? list : null);
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

    private Long positiveLong(Object any) {
        long number = new BigDecimal(plain(any)).longValueExact();
        return number > 0 ? number : null;
    }

    /** Altegio takes numbers and flags in quotes, so do we. Nothing that is longer than this is one of them. */
    private static String plain(Object any) {
        String text = any instanceof Map || any instanceof List ? "" : any.toString().strip();
        return text.length() > 50 ? "" : text;
    }
}
