package io.stockroom.lists;

import java.util.List;

/**
 * Finds the position where an earlier response ended, wherever its last rows have moved since. On a page, the rows that have
 * kept their order are a longest increasing subsequence: the longest run of the anchor's ids whose positions increase.
 *
 * @param ids the ids of the last rows in their order
 */
record ResumePoint(List<Long> ids) {

    /** So many rows in their old order leave no doubt, even if some of them were edited and have moved elsewhere. */
    private static final int SUFFICIENT_RUN = Cursor.MAX_ANCHOR_IDS / 2;
    /** With 5 calls per second, the search over so many pages in both directions takes 8 seconds of the 30 that a request has. */
    static final int MAX_DISTANCE = 20;

    /**
     * A page with rows of the anchor.
     *
     * @param row the index of the last anchor row in the old order; later ones, on other pages, are recognized by their ids
     * @param run how many anchor rows are in the old order
     */
    record Place(Page page, int row, int run) {

        Page after() {
            return page.with(page.rows().subList(row + 1, page.rows().size()));
        }

        List<Long> before() {
            return page.ids().subList(0, row + 1);
        }

        private Place better(Place other) {
            return other.run > run ? other : this;
        }
    }

    /**
     * Searches from the page that contained the rows outwards: bookings push them to later pages, deletions pull them to earlier
     * ones.
     *
     * @param shortIsLast whether a page that is not full is the last
     * @throws CursorExpiredException if none of the rows is left within {@value #MAX_DISTANCE} pages
     */
    Place find(PrefetchingPages pages, int near, boolean shortIsLast) {
        Page middle = pages.page(near);
        while (middle.rows().isEmpty() && middle.number() > 1) {
            middle = pages.page(middle.number() / 2);
        }
        Place best = longestRun(middle);
        boolean hasLater = mayHaveLater(middle, shortIsLast);
        for (int distance = 1; best.run < Math.min(SUFFICIENT_RUN, ids.size()) && (best.run == 0 || distance == 1); distance++) {
            boolean hasEarlier = distance < middle.number();
            if (best.run == 0 && (distance > MAX_DISTANCE || (!hasLater && !hasEarlier))) {
                throw new CursorExpiredException();
            }
            if (hasLater) {
                Page page = pages.page(middle.number() + distance);
                hasLater = mayHaveLater(page, shortIsLast);
                best = best.better(longestRun(page));
            }
            if (hasEarlier) {
                best = best.better(longestRun(pages.page(middle.number() - distance)));
            }
        }
        return best;
    }

    private static boolean mayHaveLater(Page page, boolean shortIsLast) {
        return shortIsLast ? page.isFull() : !page.rows().isEmpty();
    }

    /** Computes the longest increasing subsequence; {@code run[i]} is the length of the longest one that ends with the id i. */
    private Place longestRun(Page page) {
        List<Long> rows = page.ids();
        int[] run = new int[ids.size()];
        Place best = new Place(page, -1, 0);
        for (int i = 0; i < run.length; i++) {
            int at = rows.indexOf(ids.get(i));
            for (int j = 0; j < i && at >= 0; j++) {
                run[i] = run[j] > run[i] && rows.indexOf(ids.get(j)) < at ? run[j] : run[i];
            }
            run[i] += at < 0 ? 0 : 1;
            best = run[i] > 0 && run[i] >= best.run ? new Place(page, at, run[i]) : best;
        }
        return best;
    }
}
