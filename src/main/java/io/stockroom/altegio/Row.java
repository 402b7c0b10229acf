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
    private final boolean lenient;

    private Row(Map<?, ?> members, boolean lenient) {
        members.forEach((name, value) -> this.members.put(name.toString(), value));
        this.lenient = lenient;
    }

    /** The object; empty for anything else, an empty array included. */
    static Optional<Row> of(Object any) {
        return any instanceof Map<?, ?> object ? Optional.of(new Row(object, false)) : Optional.empty();
    }

    /** The same row, on which a member that can't be read is absent: for answers whose good news must not be lost. */
    public Row lenient() {
        return new Row(members, true);
    }

    static Optional<List<Row>> list(Object any) {
        return any instanceof List<?> elements && elements.stream().allMatch(Map.class::isInstance)
                ? Optional.of(elements.stream().map(element -> new Row((Map<?, ?>) element, false)).toList())
                : Optional.empty();
    }

    /** A number that names something; null for 0, which names nothing. */
    public Long id(String name) {
        BigDecimal number = number(name);
        try {
            return number == null || number.signum() == 0 ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            return unread(name);
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
            return unread(name);
        }
    }

    public String text(String name) {
        Object value = members.remove(name);
        if (value instanceof Map || value instanceof List<?> list && !list.isEmpty()) {
            return unread(name);
        }
        return value == null || value instanceof List ? null : value.toString();
    }

    /** A member of which only its name is known, unchanged. */
    public Object any(String name) {
        return members.remove(name);
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
            return unread(name);
        }
    }

    /** The object behind the first of the names that has one; null when the relation is absent. */
    public Reference reference(String... names) {
        Reference found = null;
        for (String name : names) {
            Reference reference = reference(name, members.remove(name));
            found = found == null ? reference : found;
        }
        return found;
    }

    private Reference reference(String name, Object value) {
        if (value instanceof List<?> list && list.size() == 1) {
            return reference(name, list.get(0));
        }
        if (isAbsent(value)) {
            return null;
        }
        if (value instanceof Map) {
            return Row.of(value).map(row -> lenient ? row.lenient() : row).map(Reference::from).orElse(null);
        }
        if (value instanceof String title) {
            return new Reference(null, title, Map.of());
        }
        return value instanceof Number number ? Reference.to(number) : unread(name);
    }

    /** The rows of a member; none when it is absent. */
    public List<Row> rows(String name) {
        Object value = members.remove(name);
        List<Row> rows = isAbsent(value) ? List.of() : list(value).orElse(null);
        if (rows == null) {
            unread(name);
            return List.of();
        }
        return lenient ? rows.stream().map(Row::lenient).toList() : rows;
    }

    /** The object of a member, if there is one. */
    public Optional<Row> row(String name) {
        return Row.of(members.remove(name)).map(row -> lenient ? row.lenient() : row);
    }

    /** The members that were not asked for, unchanged. */
    public Map<String, Object> others() {
        return Collections.unmodifiableMap(members);
    }

    private static boolean isAbsent(Object value) {
        return value == null || value instanceof String text && text.isBlank() || value instanceof List<?> list && list.isEmpty();
    }

    private <T> T unread(String name) {
        if (lenient) {
            return null;
        }
        throw unreadable(name);
    }

    /** The failure of an answer in which this member is not what it should be. */
    public static AltegioFailure unreadable(String name) {
        return new AltegioFailure.Unreadable(name + " is not what it should be");
    }
}
