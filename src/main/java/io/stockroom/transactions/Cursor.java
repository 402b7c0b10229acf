package io.stockroom.transactions;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where an answer ended, so that the next one goes on behind it. A page number alone would not do: whatever others book
 * or delete moves the rows from page to page. Nor would the moment of the first answer as {@code changed_before}: a row
 * edited since then would leave the set and move the rest. So the cursor names the last rows by their ids, and the page
 * to look for them first.
 *
 * @param page   the page of Altegio's that had the last row
 * @param count  rows that Altegio puts on a page
 * @param rest   rows that are left of a single page; 0 when everything is wanted
 * @param anchor the ids of the last rows, filtered out or not, in their order
 */
record Cursor(int page, int count, int rest, List<Long> anchor) {

    static final int ANCHORS = 8;
    static final int LONGEST = 300;

    private static final Pattern SHAPE = Pattern.compile("1:(?<page>[1-9]\\d{0,6}):(?<count>[1-9]\\d{0,2}|1000):(?<rest>\\d{1,6}):"
            + "(?<anchor>[1-9]\\d{0,17}(-[1-9]\\d{0,17}){0," + (ANCHORS - 1) + "})");

    /** Empty for anything that {@link #text()} has not made. */
    static Optional<Cursor> of(String text) {
        byte[] decoded;
        try {
            decoded = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        Matcher parts = SHAPE.matcher(new String(decoded, US_ASCII));
        return Optional.of(parts).filter(Matcher::matches).map(matched -> new Cursor(
                Integer.parseInt(matched.group("page")), Integer.parseInt(matched.group("count")), Integer.parseInt(matched.group("rest")),
                Stream.of(matched.group("anchor").split("-")).map(Long::valueOf).toList()))
                .filter(cursor -> cursor.text().equals(text));
    }

    String text() {
        String ids = anchor.stream().map(String::valueOf).collect(Collectors.joining("-"));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(":", "1", "" + page, "" + count, "" + rest, ids).getBytes(US_ASCII));
    }
}
