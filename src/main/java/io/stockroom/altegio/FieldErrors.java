package io.stockroom.altegio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the errors of a rejected request in any shape: texts by field, as V1 documents; nested objects and arrays; an array of texts
 * or of objects with {@code field} and {@code message}; or just a text or a number. Nothing is dropped: what belongs to no field is
 * collected for the whole body.
 */
final class FieldErrors {

    private static final List<String> FIELD_NAMES = List.of("field", "pointer", "path", "name", "attribute");

    private final Map<String, String> found = new LinkedHashMap<>();

    private FieldErrors() {
    }

    /** Returns the errors by the JSON pointer of their field, "" for the whole body; several of a field are joined. */
    static Map<String, String> of(Object... sources) {
        FieldErrors errors = new FieldErrors();
        Stream.of(sources).filter(Objects::nonNull).forEach(source -> errors.add("", source));
        return errors.found;
    }

    private void add(String pointer, Object error) {
        if (error instanceof Map<?, ?> object) {
            addObject(pointer, object);
        } else if (error instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                // Only below a field is the index one of the body's; at the top it counts the errors.
                boolean line = !pointer.isEmpty() && list.get(i) instanceof Map<?, ?> object && message(object).isEmpty();
                add(line ? pointer + "/" + i : pointer, list.get(i));
            }
        } else if (error != null && !error.toString().isBlank()) {
            found.merge(pointer, error.toString(), (one, other) -> one.equals(other) ? one : one + "; " + other);
        }
    }

    private void addObject(String pointer, Map<?, ?> object) {
        Optional<String> message = message(object);
        if (message.isEmpty()) {
            object.forEach((field, error) -> add(pointer + pointer(field.toString()), error));
            return;
        }
        String field = FIELD_NAMES.stream().map(object::get).filter(String.class::isInstance).map(String.class::cast)
                .findFirst().map(FieldErrors::pointer).orElse("");
        add(pointer + field, message.get());
        if (object.get("errors") != null) {
            add(pointer + field, object.get("errors"));
        }
    }

    /** Returns the text of an object that describes one error. A list would be the errors of a field with that name. */
    private static Optional<String> message(Map<?, ?> object) {
        return object.get("message") instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }

    /** Maps {@code goods_transactions.0.amount} and {@code goods_transactions[0].amount} to /goods_transactions/0/amount. */
    private static String pointer(String field) {
        String path = field.replace("~", "~0").replace("[", ".").replace("]", "").replace('.', '/');
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }
}
