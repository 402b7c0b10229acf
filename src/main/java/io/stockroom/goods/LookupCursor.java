package io.stockroom.goods;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The position where a response to a look-up by terms ended.
 *
 * @param index  how many of the wanted values have been looked up
 * @param goodId the id of the last good with the next value, or 0; its goods are in the order of their ids
 */
record LookupCursor(int index, long goodId) {

    static final LookupCursor START = new LookupCursor(0, 0);

    private static final Pattern SHAPE = Pattern.compile("t1:(?<index>0|[1-9]\\d?):(?<good>0|[1-9]\\d{0,17})");

    /** Returns empty for any text that {@link #text()} has not created for so many values. */
    static Optional<LookupCursor> of(String text, int values) {
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Matcher parts = SHAPE.matcher(new String(decoded, US_ASCII));
        return Optional.of(parts).filter(Matcher::matches)
                .map(matched -> new LookupCursor(Integer.parseInt(matched.group("index")), Long.parseLong(matched.group("good"))))
                .filter(cursor -> cursor.index < values && cursor.text().equals(text));
    }

    String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(("t1:" + index + ":" + goodId).getBytes(US_ASCII));
    }
}
