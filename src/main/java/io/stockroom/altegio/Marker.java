package io.stockroom.altegio;

import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A short marker of an idempotency key at the end of a document's comment, by which the document can be found if the response is
 * lost: 64 bits of the key's digest.
 */
public record Marker(String text) {

    /** Characters that the marker and the space before it add to a comment. */
    public static final int LENGTH = " [sr:0123456789abcdef]".length();

    private static final Pattern AT_THE_END = Pattern.compile(" ?\\[sr:[0-9a-f]{16}]$");

    /** @param digest of the idempotency key, at least 64 bits */
    public static Marker of(byte[] digest) {
        return new Marker("[sr:" + HexFormat.of().formatHex(digest, 0, 8) + "]");
    }

    public String appendedTo(String comment) {
        return comment == null || comment.isEmpty() ? text : comment + " " + text;
    }

    public boolean isIn(String comment) {
        return comment != null && comment.endsWith(text);
    }

    /** Returns the comment as its author wrote it; null if the author wrote none. */
    public static String removedFrom(String comment) {
        if (comment == null) {
            return null;
        }
        String original = AT_THE_END.matcher(comment).replaceFirst("");
        return original.isEmpty() && !comment.isEmpty() ? null : original;
    }
}
