package io.stockroom.altegio;

import io.stockroom.input.Timestamps;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.temporal.Temporal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One object of an answer as V1 writes it. Reading a member takes it off the row, so that what is left at the end are the
 * members that nobody knows. Takes every shape that V1 is known to use: numbers in quotes, {@code []} for an absent
 * relation, 0 for an absent id, three forms of a date; what can't be read is an {@link AltegioFailure.Unreadable} that
 * names the member.
 */
public final class Row {

    private final Map<String, Object> members = new LinkedHashMap<>();

    private Row(Map<?, ?> members) {
        members.forEach((name, value) -> this.members.put(name.toString(), value));
    }

    /** The object; empty for anything else, an empty array included. */
    public static Optional<Row> of(Object any) {
        return any instanceof Map<?, ?> object ? Optional.of(new Row(object)) : Optional.empty();
    }

    static Optional<List<Row>> list(Object any) {
        return any instanceof List<?> elements && elements.stream().allMatch(Map.class::isInstance)
                ? Optional.of(elements.stream().map(element -> new Row((Map<?, ?>) element)).toList())
                : Optional.empty();
    }

    /** A number that names something; null for 0, which names nothing. */
    public Long id(String name) {
        BigDecimal number = number(name);
        try {
            return number == null || number.signum() == 0 ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            throw unreadable(name);
        }
    }

    /** A number, exact, with the digits that V1 gave it. */
    public BigDecimal number(String name) {
        Object value = members.remove(name);
        if (value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        try {
            return isAbsent(value) ? null : new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            throw unreadable(name);
        }
    }

    public String text(String name) {
        Object value = members.remove(name);
        return value == null || value instanceof List || value instanceof Map ? null : value.toString();
    }

    public Boolean flag(String name) {
        BigDecimal number = number(name);
        return number == null ? null : number.signum() != 0;
    }

    /** The title of something: some routes give the title alone, others the object that has it. */
    public String title(String name) {
        Reference reference = reference(name);
        return reference == null ? null : reference.title();
    }

    /** With an offset where V1 names one, else in the location's own time. */
    public Temporal timestamp(String name) {
        Object value = members.remove(name);
        if (isAbsent(value) || value.toString().startsWith("0000-00-00")) {
            return null;
        }
        try {
            return Timestamps.parse(value.toString().strip());
        } catch (DateTimeException e) {
            throw unreadable(name);
        }
    }

    /** The object behind the first of the names that has one; null when the relation is absent. */
    public Reference reference(String... names) {
        Reference found = null;
        for (String name : names) {
            Reference reference = Reference.from(members.remove(name));
            found = found == null ? reference : found;
        }
        return found;
    }

    /** The rows of a member; none when it is absent. */
    public List<Row> rows(String name) {
        Object value = members.remove(name);
        return value == null ? List.of() : list(value).orElseThrow(() -> unreadable(name));
    }

    /** The object of a member, if there is one. */
    public Optional<Row> row(String name) {
        return Row.of(members.remove(name));
    }

    /** The members that were not asked for, unchanged. */
    public Map<String, Object> others() {
        return Collections.unmodifiableMap(members);
    }

    private static boolean isAbsent(Object value) {
        return value == null || value instanceof String text && text.isBlank() || value instanceof List<?> list && list.isEmpty();
    }

    /** The failure of an answer in which this member is not what it should be. */
    public static AltegioFailure unreadable(String name) {
        return new AltegioFailure.Unreadable(name + " is not what it should be");
    }
}
