package io.stockroom.operations;

import io.stockroom.input.Member;
import java.util.UUID;
import java.util.regex.Pattern;

/** What a caller calls an operation, within a location: the idempotency key, 1 to 255 printable characters. */
public record Key(long location, String value) {

    /** The header of draft-ietf-httpapi-idempotency-key-header. */
    public static final String HEADER = "Idempotency-Key";

    private static final Pattern PRINTABLE = Pattern.compile("[\\x20-\\x7e]{1,255}");

    /** The caller's own, quoted as the draft has it or bare; one of ours when there is none. */
    static String valueOf(Member header) {
        if (!header.isPresent()) {
            return UUID.randomUUID().toString();
        }
        return printable(header, unquoted(header.text()));
    }

    /** One that is given as it is: no quotes are taken off. Null when it is none, which is noted. */
    public static String bare(Member member) {
        String value = member.required().text();
        return value == null ? null : printable(member, value);
    }

    private static String printable(Member member, String value) {
        if (!PRINTABLE.matcher(value).matches() || value.isBlank()) {
            member.fault("must be 1 to 255 printable ASCII characters");
        }
        return value;
    }

    /** As a string of RFC 8941 structured fields. */
    public static String quoted(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String unquoted(String text) {
        boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        return quoted ? text.substring(1, text.length() - 1).replaceAll("\\\\([\"\\\\])", "$1") : text;
    }
}
