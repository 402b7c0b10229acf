package io.stockroom.lists;

import io.stockroom.altegio.Altegio;
import io.stockroom.input.Field;
import io.stockroom.input.Input;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which pages of a list are requested: one, or all.
 *
 * @param page   from 1; 1 if all are requested
 * @param count  rows per page; more than Altegio allows at once are read in several pages
 * @param cursor where an earlier response ended, or null
 */
public record Paging(int page, int count, boolean all, Cursor cursor) {

    /** Far more than a response can have, so that no caller is rejected for a number that means "all". */
    static final int MAX_COUNT = 1_000_000;

    /**
     * Reads {@code page}, {@code count}, {@code all} and {@code cursor}.
     *
     * @param defaultCount rows per page if the request specifies no count
     * @param pageSize     the same, if all pages are requested
     */
    public static Paging from(Input input, int defaultCount, int pageSize) {
        if (Boolean.TRUE.equals(input.field("all").flag())) {
            return all(input, pageSize, "all=true").withCursor(input.field("cursor"));
        }
        Integer page = input.field("page").wholeNumber(1, Integer.MAX_VALUE);
        return new Paging(page == null ? 1 : page, count(input, defaultCount), false, cursor(input.field("cursor"), false));
    }

    /**
     * Reads the paging of a request for all pages, without its cursor.
     *
     * @param reason the parameter that requests all pages
     */
    public static Paging all(Input input, int pageSize, String reason) {
        input.field("all").flag();
        if (input.field("page").wholeNumber(1, Integer.MAX_VALUE) != null) {
            input.field("page").violation("cannot be combined with `" + reason + "`");
        }
        return new Paging(1, count(input, pageSize), true, null);
    }

    /** Reads the cursor of a request for all pages. */
    public Paging withCursor(Field field) {
        return at(cursor(field, true));
    }

    private Paging at(Cursor position) {
        return new Paging(page, count, all, position);
    }

    private static int count(Input input, int defaultCount) {
        Integer count = input.field("count").wholeNumber(1, MAX_COUNT);
        return count == null ? defaultCount : count;
    }

    private static Cursor cursor(Field field, boolean all) {
        String text = field.text(Cursor.MAX_LENGTH);
        Cursor cursor = text == null ? null : Cursor.of(text).filter(each -> (each.rest() == 0) == all).orElse(null);
        if (text != null && cursor == null) {
            field.violation("is not a valid cursor for this request; use `next` links unchanged");
        }
        return cursor;
    }

    /** Returns the metadata of the response; it includes the paging only of a single page. */
    public ListMeta meta(boolean last, String next, List<String> warnings) {
        return all ? new ListMeta(null, null, last, next, warnings) : new ListMeta(page, count, last, next, warnings);
    }

    /** Returns how many rows are requested from Altegio at once. */
    public int pageSize() {
        return Math.min(count, Altegio.MAX_PAGE_SIZE);
    }

    /** Returns the number of rows before the first requested one. */
    long offset() {
        return (page - 1L) * count;
    }

    /** Returns the paging of the link to the next part as query parameters. */
    public Map<String, String> parameters(Cursor next) {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (all) {
            parameters.put("count", String.valueOf(count));
            parameters.put("all", "true");
        } else {
            parameters.put("page", String.valueOf(page));
            parameters.put("count", String.valueOf(count));
        }
        parameters.put("cursor", next.text());
        return parameters;
    }
}
