package io.stockroom.transactions;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Altegio's pages as one list in which each row is there once. While others book, rows move to later pages. Read one page
 * after the other, that repeats rows, which is harmless; but a page that was read before its predecessor may lack the rows
 * that the predecessor had lost by then. Such a loss shows in a repeat further on. So a page is passed on when a page behind
 * it was asked for after all pages before it were there, and nothing between repeats; else the pages are read again.
 * What is deleted while the pages are read, and only then, may hide the row that takes its place.
 */
final class Walk {

    /** A page with nothing new is the last, unless fewer new rows than these can have pushed it here. */
    private static final int MOST_PUSHED = 1000;

    private final Pages pages;
    private final Set<Long> passedOn = new HashSet<>();
    private final Deque<Page> held = new ArrayDeque<>();
    private Page last;
    private long previousEnded;
    private int repeated;

    private Walk(Pages pages) {
        this.pages = pages;
        this.previousEnded = System.nanoTime();
    }

    /** From that page on. */
    static Walk from(Pages pages, int page, int count) {
        pages.restart(page, count);
        return new Walk(pages);
    }

    /**
     * From where an earlier answer ended.
     *
     * @throws StartAgain when no row is left of those that the cursor knows
     */
    static Walk from(Pages pages, Cursor cursor) {
        pages.restart(cursor.page(), cursor.count());
        Walk walk = new Walk(pages);
        Anchor.Place place = new Anchor(cursor.anchor()).find(pages, cursor.page());
        walk.passedOn.addAll(cursor.anchor());
        walk.passedOn.addAll(place.before());
        walk.hold(place.behind());
        pages.restart(place.page().number() + 1, cursor.count());
        return walk;
    }

    /** The next page with the rows that were not there before, which may be none of it; null behind the last. */
    Page next() {
        while (held.isEmpty() || !isSure()) {
            if (last == null) {
                read();
            } else if (held.isEmpty()) {
                return null;
            } else {
                confirmLast();
            }
        }
        return passOn(held.removeFirst());
    }

    /** Whether the last page has been seen. */
    boolean isAtEnd() {
        return last != null && held.isEmpty();
    }

    private boolean isSure() {
        return held.stream().anyMatch(page -> page.isAfter(previousEnded));
    }

    private void read() {
        Page page = pages.next();
        if (passedOn.isEmpty() && held.isEmpty() && page.mayBeCut()) {
            page = page.cut();
            pages.restart(page.number() + 1, page.count());
        }
        boolean alone = held.isEmpty() && page.isAfter(previousEnded);
        if (!alone && repeats(page)) {
            readAgain(held.isEmpty() ? page : held.getFirst());
        } else {
            hold(page);
        }
    }

    private boolean repeats(Page page) {
        Set<Long> before = new HashSet<>();
        held.forEach(each -> before.addAll(each.ids()));
        return page.ids().stream().anyMatch(id -> id != null && (passedOn.contains(id) || before.contains(id)));
    }

    private void hold(Page page) {
        held.add(page);
        if (!page.isFull()) {
            last = page;
        }
    }

    /** No page comes behind the last to tell whether anything was lost before it: it must still be the same. */
    private void confirmLast() {
        Page again = pages.page(last.number());
        if (again.ids().equals(last.ids())) {
            held.removeLast();
            hold(again);
        } else {
            readAgain(held.getFirst());
        }
    }

    private void readAgain(Page from) {
        last = null;
        held.clear();
        pages.restart(from.number(), from.count());
    }

    private Page passOn(Page page) {
        List<EncodedRow> fresh = new ArrayList<>(page.rows());
        fresh.removeIf(row -> row.id() != null && !passedOn.add(row.id()));
        repeated = fresh.isEmpty() ? repeated + page.rows().size() : 0;
        if (held.isEmpty() && repeated >= Math.max(MOST_PUSHED, 2 * page.count())) {
            last = page;
        }
        previousEnded = page.ended();
        return page.with(fresh);
    }
}
