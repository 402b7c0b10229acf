package io.stockroom.altegio;

import static java.util.regex.Pattern.CASE_INSENSITIVE;
import static java.util.regex.Pattern.UNICODE_CHARACTER_CLASS;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A short marker of an idempotency key at the start of a document's comment and of each line's, by which the operation can be found
 * if the response is lost: 64 bits of the key's digest. It stands at the start because databases truncate comments at the end, and
 * it is recognized in whatever form it comes back: how Altegio stores comments is not known, and people edit them.
 *
 * @param id 16 hexadecimal digits in lower case
 */
public record Marker(String id) {

    /** The number of characters that the marker and the space after it add to a comment. */
    public static final int LENGTH = "[sr:0123456789abcdef] ".length();

    private static final String SPACE = "[\\s\\p{Z}\\p{Cf}]";
    /** A character as it is, or escaped for HTML, once or several times, or for a URL. */
    private static final String ESCAPED = "(?:\\%s|&(?:amp;)*(?:#0*%d|#x0*%x|%s);|%%%x)";
    private static final String OPEN = ESCAPED.formatted("[", 91, 91, "lbrack|lsqb", 91);
    private static final String COLON = ESCAPED.formatted(":", 58, 58, "colon", 58);
    private static final String CLOSE = ESCAPED.formatted("]", 93, 93, "rbrack|rsqb", 93);
    private static final String ANY = OPEN + SPACE + "*sr" + SPACE + "*" + COLON + "(?<id>(?:" + SPACE + "*[0-9a-f]){16})" + SPACE + "*"
            + CLOSE;
    private static final Pattern MARKER = Pattern.compile(ANY, CASE_INSENSITIVE | UNICODE_CHARACTER_CLASS);
    private static final Pattern AT_THE_START = Pattern.compile("^" + SPACE + "*" + ANY + SPACE + "?",
            CASE_INSENSITIVE | UNICODE_CHARACTER_CLASS);
    private static final Pattern WITH_SPACE = Pattern.compile(SPACE + "?" + ANY, CASE_INSENSITIVE | UNICODE_CHARACTER_CLASS);

    /** @param digest of the idempotency key, at least 64 bits */
    public static Marker of(byte[] digest) {
        return new Marker(HexFormat.of().formatHex(digest, 0, 8));
    }

    /**
     * Returns the first marker in a comment, in any form. Markers after the first one are text that a caller or a person has copied:
     * they identify nothing.
     */
    public static Optional<Marker> in(String comment) {
        Matcher marker = MARKER.matcher(comment == null ? "" : comment);
        return marker.find() ? Optional.of(new Marker(marker.group("id").replaceAll(SPACE, "").toLowerCase(Locale.ROOT)))
                : Optional.empty();
    }

    /** Returns the comment without its markers, as its author wrote it; null if the author wrote none. */
    public static String removedFrom(String comment) {
        if (comment == null) {
            return null;
        }
        String original = WITH_SPACE.matcher(AT_THE_START.matcher(comment).replaceFirst("")).replaceAll("");
        return original.isBlank() && !original.equals(comment) ? null : original;
    }

    /** Returns a copy of parsed JSON in which no text contains a marker. */
    public static Object removedFromTree(Object tree) {
        if (tree instanceof Map<?, ?> object) {
            Map<String, Object> copy = new LinkedHashMap<>();
            object.forEach((name, value) -> copy.put(name.toString(), removedFromTree(value)));
            return copy;
        }
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            list.forEach(element -> copy.add(removedFromTree(element)));
            return copy;
        }
        return tree instanceof String text ? removedFrom(text) : tree;
    }

    /** Returns the comment with this marker, and no other, at its start. */
    public String markedIn(String comment) {
        String original = removedFrom(comment);
        return original == null || original.isEmpty() ? text() : text() + " " + original;
    }

    /** Returns the marker as it is sent to Altegio. */
    public String text() {
        return "[sr:" + id + "]";
    }
}
