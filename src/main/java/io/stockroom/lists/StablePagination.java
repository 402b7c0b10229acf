package io.stockroom.lists;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Deduplicating, gap-free iteration over offset-paged results that shift while they are read.
 *
 * <p>Bookings by others push rows to later pages. Pages read one after the other then only repeat rows, and repeats are dropped.
 * But a page that was requested before its predecessor was received may lack the rows that the predecessor had lost by then;
 * such a gap shows as repeated rows on a later page.
 *
 * <p>Invariant: a page is returned only if it, or a page read after it, was requested when all pages before it had been received,
 * and no row repeats up to there. Otherwise the pages are read again.
 *
 * <p>Altegio may return fewer rows at once than requested; its maximum is unknown. So a short first page proves nothing but that its
 * own size is allowed: from there on pages of that size are requested, and only a shorter one, possibly empty, is the last.
 *
 * <p>Only a row that is deleted while the pages are being read can hide the row that takes its place.
 */
final class StablePagination {

    /** The pagination ends after so many repeated rows without a new one; fewer may have been pushed here by new rows. */
    private static final int MAX_REPEATED_ROWS = 1000;
    /** The pagination also ends after so many identical pages: Altegio would have to book exactly a page of rows between all of them. */
    private static final int MAX_IDENTICAL_PAGES = 5;

    private final PrefetchingPages pages;
    private final boolean single;
    private final int minLimit;
    private final Set<Long> returnedIds = new HashSet<>();
    private final Deque<Page> held = new ArrayDeque<>();
    private boolean lastRead;
    private long previousEnded;
    private int repeatedRows;
    private List<Long> previousIds = List.of();
    private int identicalPages;
    private long offset;
    private long skipped;
    private boolean sizeIsOpen;

    private StablePagination(PrefetchingPages pages, boolean single, int minLimit) {
        this.pages = pages;
        this.single = single;
        this.sizeIsOpen = !single;
        this.minLimit = minLimit;
        this.previousEnded = System.nanoTime();
    }

    /**
     * Starts at the first page.
     *
     * @param minLimit how many rows Altegio is known to return at once, if there are so many: a first page with fewer is the last
     */
    static StablePagination all(PrefetchingPages pages, int count, int minLimit) {
        pages.restart(1, count);
        return new StablePagination(pages, false, minLimit);
    }

    /** Returns only that page. Only an empty one is known to have no rows after it. */
    static StablePagination single(PrefetchingPages pages, int page, int count) {
        pages.restart(page, count);
        return new StablePagination(pages, true, 1);
    }

    /**
     * Returns the rows from an offset on, in pages of at most this size. Only an empty page is known to have no rows after it.
     *
     * @param offset rows before the first one that is returned
     */
    static StablePagination large(PrefetchingPages pages, long offset, int count) {
        StablePagination pagination = new StablePagination(pages, true, 1);
        pagination.offset = offset;
        pagination.sizeIsOpen = true;
        pagination.start(count);
        return pagination;
    }

    /** Starts at the page of this size that contains the first row. */
    private void start(int count) {
        int page = (int) Math.min(offset / count + 1, Integer.MAX_VALUE);
        skipped = offset - (page - 1L) * count;
        pages.restart(page, count);
    }

    /**
     * Continues where an earlier response ended.
     *
     * @throws CursorExpiredException if none of the cursor's rows is left
     */
    static StablePagination from(PrefetchingPages pages, Cursor cursor) {
        pages.restart(cursor.page(), cursor.count());
        boolean single = cursor.rest() > 0;
        StablePagination pagination = new StablePagination(pages, single, 1);
        ResumePoint.Place place = new ResumePoint(cursor.anchor()).find(pages, cursor.page(), !single);
        pagination.returnedIds.addAll(cursor.anchor());
        pagination.returnedIds.addAll(place.before());
        pagination.hold(single ? place.page().asInconclusive().with(place.after().rows()) : place.after());
        pages.restart(place.page().number() + 1, cursor.count());
        return pagination;
    }

    /** Returns the next page without the rows that were returned before, possibly without any; null after the last page. */
    Page next() {
        while (held.isEmpty() || !isConfirmed()) {
            if (!lastRead) {
                read();
            } else if (held.isEmpty()) {
                return null;
            } else {
                confirmLast();
            }
        }
        return release(held.removeFirst());
    }

    /** Returns whether the last page has been returned. */
    boolean isAtEnd() {
        return lastRead && held.isEmpty();
    }

    private boolean isConfirmed() {
        return held.stream().anyMatch(page -> page.isAfter(previousEnded));
    }

    private void read() {
        Page page = readNext();
        if (sizeIsOpen && page.isShort() && page.rows().size() >= minLimit && returnedIds.isEmpty() && held.isEmpty()) {
            page = withKnownSize(page);
        }
        boolean inOrder = held.isEmpty() && page.isAfter(previousEnded);
        if (!inOrder && hasRepeatedRows(page)) {
            readAgain(held.isEmpty() ? page : held.getFirst());
        } else {
            hold(page);
        }
    }

    private Page readNext() {
        return single ? pages.next().asInconclusive() : pages.next();
    }

    /** Continues in pages of the size that Altegio is known to allow now; those of another size begin at other rows. */
    private Page withKnownSize(Page page) {
        if (page.number() == 1) {
            pages.restart(2, page.rows().size());
            return page.asFull();
        }
        sizeIsOpen = false;
        start(page.rows().size());
        return readNext();
    }

    private boolean hasRepeatedRows(Page page) {
        Set<Long> heldIds = new HashSet<>();
        held.forEach(each -> heldIds.addAll(each.ids()));
        return page.ids().stream().anyMatch(id -> id != null && (returnedIds.contains(id) || heldIds.contains(id)));
    }

    private void hold(Page page) {
        held.add(page);
        lastRead = !page.isFull();
    }

    /** No page after the last one can reveal a gap before it, so the last one is read again and must be unchanged. */
    private void confirmLast() {
        Page again = pages.page(held.getLast().number());
        if (again.ids().equals(held.getLast().ids())) {
            held.removeLast();
            hold(again);
        } else {
            readAgain(held.getFirst());
        }
    }

    private void readAgain(Page from) {
        lastRead = false;
        held.clear();
        pages.restart(from.number(), from.count());
    }

    private Page release(Page page) {
        List<EncodedRow> newRows = new ArrayList<>(page.rows());
        newRows.removeIf(row -> row.id() != null && !returnedIds.add(row.id()));
        repeatedRows = newRows.isEmpty() ? repeatedRows + page.rows().size() : 0;
        identicalPages = newRows.isEmpty() && page.ids().equals(previousIds) ? identicalPages + 1 : 0;
        previousIds = page.ids();
        if (held.isEmpty() && (identicalPages >= MAX_IDENTICAL_PAGES || repeatedRows >= Math.max(MAX_REPEATED_ROWS, 2 * page.count()))) {
            lastRead = true;
        }
        previousEnded = page.ended();
        int skip = (int) Math.min(skipped, newRows.size());
        skipped -= skip;
        return page.with(newRows.subList(skip, newRows.size()));
    }
}
