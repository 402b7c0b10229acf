package io.stockroom.altegio;

import io.stockroom.altegio.AltegioException.InvalidResponseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * V1's response envelope: {@code {success, data, meta}}, or {@code {errors, meta}} on some failures. All components are nullable,
 * and an object without fields is sent as {@code []}.
 */
record Envelope(Boolean success, Object data, Object meta, Object errors) {

    boolean failed() {
        return Boolean.FALSE.equals(success);
    }

    /** Returns {@code data} as one object. */
    AltegioObject object() {
        return AltegioObject.of(data).orElseThrow(() -> new InvalidResponseException("`data` is not an object"));
    }

    /** Returns {@code data} as rows. */
    List<AltegioObject> rows() {
        return AltegioObject.list(data).orElseThrow(() -> new InvalidResponseException("`data` is not an array of objects"));
    }

    /** Returns V1's message about a failure, in the location's language. */
    Optional<String> message() {
        return text(meta).or(() -> text(errors));
    }

    /** Returns the fields that V1 rejected, each with its messages. */
    Map<?, ?> fieldErrors() {
        return meta instanceof Map<?, ?> object && object.get("errors") instanceof Map<?, ?> fields ? fields : Map.of();
    }

    private static Optional<String> text(Object object) {
        return object instanceof Map<?, ?> fields && fields.get("message") instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }
}
