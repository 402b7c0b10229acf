package io.stockroom.operations;

import io.stockroom.input.Timestamps;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads an object of a request in Altegio's dialect: a field may have any of its names, in snake or camel case. What can't be read is
 * null, because Altegio decides what it makes of it.
 */
record AltegioFields(Map<String, Object> fields) {

    /** Larger numbers are milliseconds. */
    private static final BigDecimal MAX_SECONDS = new BigDecimal("100000000000");
    private static final BigDecimal MILLISECONDS = BigDecimal.valueOf(1000);

    /** Returns the name under which the object has the field, or the first of the names if it has none. */
    String nameOf(String... names) {
        return present(names).orElse(names[0]);
    }

    private Optional<String> present(String... names) {
        return Stream.of(names).flatMap(name -> fields.keySet().stream().filter(key -> plain(key).equals(plain(name)))).findFirst();
    }

    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(Locale.ROOT);
    }

    Object value(String... names) {
        return present(names).map(fields::get).orElse(null);
    }

    /** Returns the first id under one of these names; null for 0 and for an empty text, which identify nothing. */
    Long id(String... names) {
        return Stream.of(names).map(this::number).filter(number -> number != null && number.signum() > 0).findFirst()
                .map(BigDecimal::longValue).orElse(null);
    }

    BigDecimal number(String... names) {
        Object value = value(names);
        try {
            return value == null || value instanceof Boolean ? null : new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Returns a time, which may be in Unix seconds; without an offset it is in the location's local time. */
    Temporal time(String... names) {
        Object value = value(names);
        BigDecimal number = number(names);
        try {
            if (number != null) {
                BigDecimal seconds = number.compareTo(MAX_SECONDS) > 0 ? number.movePointLeft(MILLISECONDS.precision() - 1) : number;
                return Instant.ofEpochSecond(seconds.longValue()).atOffset(ZoneOffset.UTC);
            }
            return value instanceof String text ? Timestamps.parse(text.strip()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Returns whether the field has a value other than none, false and 0. */
    boolean isSet(String... names) {
        Object value = value(names);
        return value != null && !List.of("", "false", "0", "[]", "{}").contains(value.toString());
    }
}
