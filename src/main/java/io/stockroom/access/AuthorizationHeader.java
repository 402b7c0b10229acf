package io.stockroom.access;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The header {@code Authorization: Bearer <key>, User <token>} as clients of Altegio write it: with or without the comma, in any case, in
 * either order, in two lines, or without the word {@code User}.
 *
 * @param key   null if there is none; likewise the token
 */
record AuthorizationHeader(String key, String token) {

    private static final String BEARER = "bearer";
    private static final String USER = "user";
    private static final Set<String> SCHEMES = Set.of(BEARER, USER);

    /**
     * Reads the header. Two different keys or tokens in it are none: no program means that.
     *
     * @param header null if the caller did not send it
     */
    static AuthorizationHeader of(String header) {
        Map<String, String> values = new HashMap<>();
        String scheme = "";
        for (String word : (header == null ? "" : header.strip()).split("[\\s,]+")) {
            String lowerCase = word.toLowerCase(Locale.ROOT);
            if (SCHEMES.contains(lowerCase)) {
                scheme = lowerCase;
            } else if (!scheme.isEmpty()) {
                values.merge(scheme, word, (first, next) -> first.equals(next) ? first : "");
                scheme = USER;
            }
        }
        values.values().removeIf(String::isEmpty);
        return new AuthorizationHeader(values.get(BEARER), values.get(USER));
    }

    /** Returns the scheme alone, because the record's values are secrets. */
    @Override
    public String toString() {
        return "AuthorizationHeader[…]";
    }
}
