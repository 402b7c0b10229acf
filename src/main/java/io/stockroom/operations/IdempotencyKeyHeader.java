package io.stockroom.operations;

import io.stockroom.input.Field;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the header {@code Idempotency-Key}: a key, bare or as a string of RFC 8941. Gateways join the lines of a header that is sent
 * more than once with commas, so that a bare comma may also be the end of a line. Equal keys therefore count once, and different ones
 * are invalid: the same key never becomes two keys.
 */
final class IdempotencyKeyHeader {

    private static final String SEVERAL = "must be sent once; a key that contains a comma must be in double quotes";
    private static final String NOT_A_STRING = "must be one string of RFC 8941 if it begins with a double quote, such as \"order-1\"";

    private static final Pattern PARAMETER_NAME = Pattern.compile("[a-z*][a-z0-9_.*-]*");
    private static final Pattern PARAMETER_VALUE = Pattern
            .compile("-?[0-9]{1,15}(\\.[0-9]{1,3})?|[A-Za-z*][!#$%&'*+.^_`|~:/0-9A-Za-z-]*|:[A-Za-z0-9+/=]*:|\\?[01]");

    private final String text;
    private int position;

    private IdempotencyKeyHeader(String text) {
        this.text = text;
    }

    /** Returns the key without quotes and parameters; null if the header is invalid, which is then recorded. */
    static String read(Field header) {
        String text = header.text();
        if (text == null) {
            return null;
        }
        Set<String> keys = new LinkedHashSet<>();
        try {
            new IdempotencyKeyHeader(text).readInto(keys);
        } catch (IllegalArgumentException e) {
            header.violation(NOT_A_STRING);
            return null;
        }
        if (keys.size() > 1) {
            header.violation(SEVERAL);
            return null;
        }
        return keys.iterator().next();
    }

    private void readInto(Set<String> keys) {
        do {
            skip(" \t");
            keys.add(next('"') ? stringWithParameters() : until(",").strip());
            skip(" \t");
        } while (accept(','));
        check(position == text.length());
    }

    private String stringWithParameters() {
        String value = string();
        while (accept(';')) {
            skip(" ");
            check(PARAMETER_NAME.matcher(until("=;, \t")).matches());
            if (accept('=')) {
                if (next('"')) {
                    string();
                } else {
                    check(PARAMETER_VALUE.matcher(until(";, \t")).matches());
                }
            }
        }
        return value;
    }

    private String string() {
        StringBuilder value = new StringBuilder();
        check(accept('"'));
        while (!accept('"')) {
            boolean escaped = accept('\\');
            check(position < text.length() && (!escaped || next('"') || next('\\')));
            value.append(text.charAt(position++));
        }
        return value.toString();
    }

    private String until(String delimiters) {
        int start = position;
        while (position < text.length() && delimiters.indexOf(text.charAt(position)) < 0) {
            position++;
        }
        return text.substring(start, position);
    }

    private void skip(String characters) {
        while (position < text.length() && characters.indexOf(text.charAt(position)) >= 0) {
            position++;
        }
    }

    private boolean next(char c) {
        return position < text.length() && text.charAt(position) == c;
    }

    private boolean accept(char c) {
        boolean accepted = next(c);
        position += accepted ? 1 : 0;
        return accepted;
    }

    private static void check(boolean isString) {
        if (!isString) {
            throw new IllegalArgumentException();
        }
    }
}
