package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.InvalidResponseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * V1's response envelope: {@code {success, data, meta}}, or {@code {errors, meta}} on some failures. All components are nullable,
 * and an object without fields is sent as {@code []}.
 */
record Envelope(Boolean success, Object data, Object meta, Object errors) {

    static final Envelope EMPTY = new Envelope(false, null, null, null);

    /** Returns the envelope in parsed JSON; empty if it is not an object, or if {@code success} is no boolean. */
    static Optional<Envelope> of(Object json) {
        if (!(json instanceof Map<?, ?> object)) {
            return Optional.empty();
        }
        Boolean success = switch (String.valueOf(object.get("success"))) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default -> null;
        };
        return success == null && object.get("success") != null ? Optional.empty()
                : Optional.of(new Envelope(success, object.get("data"), object.get("meta"), object.get("errors")));
    }

    /**
     * Returns whether only Altegio itself sends such an envelope: {@code meta} beside {@code success} or {@code errors}. A proxy's JSON
     * does not have these.
     */
    boolean isAltegios() {
        return meta != null && (success != null || errors != null);
    }

    boolean failed() {
        return Boolean.FALSE.equals(success);
    }

    /** Returns the envelope with the function applied to each of its texts. */
    Envelope mapped(UnaryOperator<String> function) {
        return new Envelope(success, TextTree.mapped(data, function), TextTree.mapped(meta, function),
                TextTree.mapped(errors, function));
    }

    /** Returns {@code data} as one object. */
    AltegioObject object() {
        return AltegioObject.of(data).orElseThrow(() -> new InvalidResponseException("`data` is not an object"));
    }

    /** Returns {@code data} as rows. */
    List<AltegioObject> rows() {
        return AltegioObject.list(data).orElseThrow(() -> new InvalidResponseException("`data` is not an array of objects"));
    }

    /** Returns V1's message about a failure, in the location's language; an error that belongs to no field is one, too. */
    Optional<String> message() {
        return Stream.of(text(meta), text(errors), Optional.ofNullable(FieldErrors.of(errorsInMeta().orElse(null), errors).get("")))
                .flatMap(Optional::stream).findFirst();
    }

    /** Returns V1's errors by the JSON pointer of the field; those that belong to no field, if they are not the message, under "". */
    Map<String, String> fieldErrors() {
        Map<String, String> found = FieldErrors.of(errorsInMeta().orElse(null), errors);
        found.remove("", message().orElse(""));
        return found;
    }

    /** Returns V1's errors as it sent them; empty if there are none. */
    Optional<Object> errorsInMeta() {
        Object found = meta instanceof Map<?, ?> object ? object.get("errors") : null;
        boolean isEmpty = found instanceof Map<?, ?> fields && fields.isEmpty() || found instanceof List<?> list && list.isEmpty();
        return isEmpty ? Optional.empty() : Optional.ofNullable(found);
    }

    private static Optional<String> text(Object object) {
        Object message = object instanceof Map<?, ?> fields ? fields.get("message") : object;
        return message instanceof String text && !text.isBlank() ? Optional.of(text) : Optional.empty();
    }
}
