package io.stockroom.lists;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.stockroom.altegio.Altegio;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The position where a response ended, so that the next one continues after it. A page number is not enough: bookings and
 * deletions move rows from page to page. Nor is the time of the first response as {@code changed_before}: a row edited since
 * then would leave the result and move the rest. So the cursor contains the ids of the last rows, and the page on which to
 * look for them first.
 *
 * @param page   Altegio's page that contained the last row
 * @param count  rows per page of Altegio
 * @param rest   remaining rows of a single page, which may consist of several of Altegio's; 0 if all pages are requested
 * @param anchor the ids of the last rows in their order, rows that were filtered out included
 */
public record Cursor(int page, int count, int rest, List<Long> anchor) {

    static final int MAX_ANCHOR_IDS = 8;
    public static final int MAX_LENGTH = 300;

    private static final Pattern SHAPE = Pattern.compile("1:(?<page>[1-9]\\d{0,6}):(?<count>[1-9]\\d{0,3}):(?<rest>\\d{1,7}):"
            + "(?<anchor>[1-9]\\d{0,17}(-[1-9]\\d{0,17}){0," + (MAX_ANCHOR_IDS - 1) + "})");

    /** Returns empty for any text that {@link #text()} has not created. */
    public static Optional<Cursor> of(String text) {
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
                .filter(cursor -> cursor.count() <= Altegio.MAX_PAGE_SIZE && cursor.text().equals(text));
    }

    public String text() {
        String ids = anchor.stream().map(String::valueOf).collect(Collectors.joining("-"));
        return Base64.getUrlEncoder().withoutPadding()
                .encodeToString(String.join(":", "1", "" + page, "" + count, "" + rest, ids).getBytes(US_ASCII));
    }
}
