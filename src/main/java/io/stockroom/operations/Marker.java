package io.stockroom.operations;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A short sign of a key at the end of a document's comment, by which the document is found again when the answer to it was
 * lost: 64 bits of the key's digest.
 */
public record Marker(String text) {

    /** Characters that the marker and the space before it add to a comment. */
    static final int LENGTH = " [sr:0123456789abcdef]".length();

    private static final Pattern AT_THE_END = Pattern.compile(" ?\\[sr:[0-9a-f]{16}]$");

    static Marker of(Key key) {
        byte[] digest = sha256((key.location() + "\n" + key.value()).getBytes(StandardCharsets.UTF_8));
        return new Marker("[sr:" + HexFormat.of().formatHex(digest, 0, 8) + "]");
    }

    String appendedTo(String comment) {
        return comment == null || comment.isEmpty() ? text : comment + " " + text;
    }

    boolean isIn(String comment) {
        return comment != null && comment.endsWith(text);
    }

    /** The comment as its author wrote it; null when that was nothing. */
    public static String takenOff(String comment) {
        if (comment == null) {
            return null;
        }
        String original = AT_THE_END.matcher(comment).replaceFirst("");
        return original.isEmpty() && !comment.isEmpty() ? null : original;
    }

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
