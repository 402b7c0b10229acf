package io.stockroom.operations;

import io.stockroom.altegio.Marker;
import io.stockroom.input.Field;
import java.util.UUID;
import java.util.regex.Pattern;

/** Caller-chosen idempotency key, unique within a location: 1 to 255 printable ASCII characters. */
public record IdempotencyKey(long location, String value) {

    /** The header defined by draft-ietf-httpapi-idempotency-key-header. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

    /**
     * Returns the caller's key, sent with the draft's quotes or bare; generates one if the header is absent. Records a violation, and may
     * return null, if it is invalid.
     */
    static String valueOf(Field header) {
        if (!header.isPresent()) {
            return UUID.randomUUID().toString();
        }
        String value = IdempotencyKeyHeader.read(header);
        return value == null ? null : printable(header, value);
    }

    /** Returns the key exactly as given, quotes included. Records a violation, and may return null, if it is absent or invalid. */
    public static String bare(Field field) {
        String value = field.required().text();
        return value == null ? null : printable(field, value);
    }

    /** Returns the marker of this key in the comment of its document. */
    Marker marker() {
        return Marker.of(Sha256.digest(location + "\n" + value));
    }

    private static String printable(Field field, String value) {
        if (!PRINTABLE.matcher(value).matches() || value.isBlank()) {
            field.violation("must be 1 to 255 printable ASCII characters");
        }
        return value;
    }

    /** Formats the value as a string of RFC 8941 structured fields. */
    public static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
