package io.stockroom.altegio;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What V1 wraps its answers in: {@code {success, data, meta}}, or {@code {errors, meta}} on some failures. Each member
 * may be missing, and objects without members come as {@code []}, so nothing more is promised than what is there.
 */
record Envelope(Boolean success, Object data, Object meta, Object errors) {

    boolean failed() {
        return Boolean.FALSE.equals(success);
    }

    /** {@code data} as one object. */
    Row object() {
        return Row.of(data).orElseThrow(() -> new AltegioFailure.Unreadable("data is no object"));
    }

    /** {@code data} as rows. */
    List<Row> rows() {
        return Row.list(data).orElseThrow(() -> new AltegioFailure.Unreadable("data is no array of objects"));
    }

    /** What V1 says about a failure, in the location's language. */
    Optional<String> message() {
        return text(meta).or(() -> text(errors));
    }

    /** The fields that V1 complains about, each with its texts. */
    Map<?, ?> fieldErrors() {
        return meta instanceof Map<?, ?> members && members.get("errors") instanceof Map<?, ?> fields ? fields : Map.of();
    }

    private static Optional<String> text(Object object) {
        return object instanceof Map<?, ?> members && members.get("message") instanceof String text && !text.isBlank()
                ? Optional.of(text)
                : Optional.empty();
    }
}
