package io.stockroom.operations;

import io.stockroom.altegio.Marker;
import io.stockroom.input.Field;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Idempotency key of an operation: 1 to 255 printable ASCII characters, unique within a location and a source. Keys of different
 * sources are never the same, however they are spelled.
 */
public record IdempotencyKey(long location, Source source, String value) {

    /** Who chooses the key. */
    public enum Source {
        /** The caller of the API. */
        CALLER(""),
        /** The sender of a signed webhook. */
        WEBHOOK("~webhook"),
        /** The order of a shop. */
        ORDER("~order"),
        /** Stockroom itself, for a booking that may repeat another: see {@link RepeatWindow}. */
        REPEAT("~repeat");

        private final String suffix;

        Source(String suffix) {
            this.suffix = suffix;
        }
    }

    /** The header defined by draft-ietf-httpapi-idempotency-key-header. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

    public IdempotencyKey(long location, String value) {
        this(location, Source.CALLER, value);
    }

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
        return Marker.of(Sha256.digest(scope() + "\n" + value));
    }

    /** Returns what the value is unique in: the location, and the source unless that is a caller. */
    String scope() {
        return location + source.suffix;
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
