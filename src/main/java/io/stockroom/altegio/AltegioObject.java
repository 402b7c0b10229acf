package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.input.Timestamps;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One object of a response, as V1 writes it. Reading a field removes it, so that the remaining fields are the unknown ones. Accepts
 * every shape that V1 is known to use: numbers in quotes, {@code []} for an absent relation, 0 for an absent id, three formats of a
 * date. A field that cannot be read throws an {@link InvalidResponseException} that names it, unless the object is lenient.
 */
public final class AltegioObject {

    /** No code or title has more digits. */
    private static final int MAX_SCALE = 100;

    /** What becomes of a field that cannot be read. */
    private enum Unreadable {
        THROWN, ABSENT, KEPT
    }

    private final Map<String, Object> fields;
    private final Unreadable unreadable;
    /** Created when needed, because an export has hundreds of thousands of objects; likewise the names. */
    private Map<String, Object> unreadValues = Map.of();
    private List<String> unreadFields = List.of();

    private AltegioObject(Map<String, Object> fields, Unreadable unreadable) {
        this.fields = fields;
        this.unreadable = unreadable;
    }

    private static AltegioObject copy(Map<?, ?> object, Unreadable unreadable) {
        Map<String, Object> fields = new LinkedHashMap<>();
        object.forEach((name, value) -> fields.put(name.toString(), value));
        return new AltegioObject(fields, unreadable);
    }

    /** Returns the object; empty for anything else, including an empty array. */
    static Optional<AltegioObject> of(Object any) {
        return any instanceof Map<?, ?> object ? Optional.of(copy(object, Unreadable.THROWN)) : Optional.empty();
    }

    /** Returns a copy on which a field that cannot be read is absent: for responses whose success must not be lost. */
    public AltegioObject lenient() {
        return copy(fields, Unreadable.ABSENT);
    }

    /** Returns this object in a form in which a field that cannot be read is absent, and is among the {@link #unread()} ones. */
    public AltegioObject keepingUnread() {
        return as(Unreadable.KEPT);
    }

    private AltegioObject as(Unreadable other) {
        return new AltegioObject(fields, other);
    }

    static AltegioObject empty() {
        return copy(Map.of(), Unreadable.THROWN);
    }

    static Optional<List<AltegioObject>> list(Object any) {
        return any instanceof List<?> elements && elements.stream().allMatch(Map.class::isInstance)
                ? Optional.of(elements.stream().map(element -> copy((Map<?, ?>) element, Unreadable.THROWN)).toList())
                : Optional.empty();
    }

    /** Returns whether the object has this field, even if its value is null or stands for an absent one, and it has not been taken. */
    public boolean has(String name) {
        return fields.containsKey(name);
    }

    /** Removes and returns a number that identifies something; null for 0, which identifies nothing. */
    public Long takeId(String name) {
        Long number = takeWholeNumber(name);
        return number == null || number == 0 ? null : number;
    }

    /** Removes and returns a whole number, for which 0 is a value: the type of a move between storages. */
    public Long takeWholeNumber(String name) {
        Object value = fields.get(name);
        BigDecimal number = takeNumber(name);
        try {
            return number == null ? null : number.longValueExact();
        } catch (ArithmeticException e) {
            return unreadable(name, value);
        }
    }

    /** Removes and returns a number, exactly, with the digits that V1 gave it. */
    public BigDecimal takeNumber(String name) {
        Object value = fields.remove(name);
        if (value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        try {
            return isAbsent(value) ? null : new BigDecimal(value.toString().strip());
        } catch (NumberFormatException e) {
            return unreadable(name, value);
        }
    }

    /** Removes and returns text. A number is returned in its digits, without an exponent. */
    public String takeText(String name) {
        Object value = fields.remove(name);
        if (value instanceof Map || (value instanceof List<?> list && !list.isEmpty())) {
            return unreadable(name, value);
        }
        if (value instanceof BigDecimal number && Math.abs((long) number.scale()) <= MAX_SCALE) {
            return number.toPlainString();
        }
        return value == null || value instanceof List ? null : value.toString();
    }

    /** Removes and returns a field unchanged: only its name is known. */
    public Object takeAny(String name) {
        return fields.remove(name);
    }

    public Boolean takeFlag(String name) {
        BigDecimal number = takeNumber(name);
        return number == null ? null : number.signum() != 0;
    }

    /** Removes and returns a title: some routes send the title itself, others an object that contains it. */
    public String takeTitle(String name) {
        Object value = fields.get(name);
        NamedReference reference = takeReference(name);
        if (!unreadFields.isEmpty() && unreadFields.removeIf(field -> field.startsWith(name + "."))) {
            return unreadable(name, value);
        }
        return reference == null ? null : reference.title();
    }

    /** Removes and returns a timestamp: with an offset if V1 sends one, otherwise in the location's local time. */
    public Temporal takeTimestamp(String name) {
        Object value = fields.remove(name);
        if (isAbsent(value) || value.toString().startsWith("0000-00-00")) {
            return null;
        }
        try {
            return Timestamps.parse(value.toString().strip());
        } catch (DateTimeException e) {
            return unreadable(name, value);
        }
    }

    /** Removes all these names and returns the reference of the first one that has any; null if the relation is absent. */
    public NamedReference takeReference(String... names) {
        NamedReference found = null;
        for (String name : names) {
            NamedReference reference = reference(names[0], fields.remove(name));
            found = found == null ? reference : found;
        }
        return found;
    }

    /** Removes and returns the client: the documentation calls the field {@code clients}, the routes {@code client}. */
    public NamedReference takeClient() {
        return takeReference("client", "clients");
    }

    private NamedReference reference(String name, Object value) {
        if (value instanceof List<?> list && list.size() == 1) {
            return reference(name, list.get(0));
        }
        if (isAbsent(value)) {
            return null;
        }
        if (value instanceof Map) {
            return AltegioObject.of(value).map(row -> relation(name, row.as(unreadable))).orElse(null);
        }
        if (value instanceof String title) {
            return new NamedReference(null, title, Map.of());
        }
        return value instanceof Number number ? NamedReference.to(number) : unreadable(name, value);
    }

    private NamedReference relation(String name, AltegioObject row) {
        NamedReference reference = NamedReference.from(row);
        row.unreadFields.forEach(field -> addUnread(name + "." + field));
        return reference;
    }

    /** Removes a field and returns its objects; an empty list if the field is absent. */
    public List<AltegioObject> takeObjects(String name) {
        Object value = fields.remove(name);
        List<AltegioObject> rows = isAbsent(value) ? List.of() : list(value).orElse(null);
        if (rows == null) {
            unreadable(name, value);
            return List.of();
        }
        return rows.stream().map(row -> row.as(unreadable)).toList();
    }

    /** Removes a field and returns its object, if it has one. */
    public Optional<AltegioObject> takeObject(String name) {
        return AltegioObject.of(fields.remove(name)).map(row -> row.as(unreadable));
    }

    /** Returns roughly how many bytes the fields that have not been taken occupy in a response. */
    public long size() {
        return TextTree.size(fields);
    }

    /** Returns the fields that have not been taken, unchanged. Call it last. */
    public Map<String, Object> remaining() {
        return Collections.unmodifiableMap(fields);
    }

    /** Returns the fields that were taken and could not be read. Call it last. */
    public Unread unread() {
        return unreadFields.isEmpty() ? Unread.NOTHING : new Unread(unreadValues, unreadFields);
    }

    private static boolean isAbsent(Object value) {
        return value == null || (value instanceof String text && text.isBlank()) || (value instanceof List<?> list && list.isEmpty());
    }

    private <T> T unreadable(String name, Object value) {
        if (unreadable == Unreadable.THROWN) {
            throw invalid(name);
        }
        if (unreadable == Unreadable.KEPT) {
            unreadValues = unreadValues.isEmpty() ? new LinkedHashMap<>() : unreadValues;
            unreadValues.put(name, Marker.removedFromTree(value));
            addUnread(name);
        }
        return null;
    }

    private void addUnread(String field) {
        unreadFields = unreadFields.isEmpty() ? new ArrayList<>() : unreadFields;
        unreadFields.add(field);
    }

    /** Returns the exception for a response in which this field has an unexpected type or format. */
    public static AltegioException invalid(String name) {
        return new InvalidResponseException("field `" + name + "` has an unexpected type or format");
    }
}
