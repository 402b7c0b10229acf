package io.stockroom.transactions;

import java.util.List;

/** The last rows of an earlier answer, by which the place behind them is found again wherever it has moved. */
record Anchor(List<Long> ids) {

    /** So many rows in their old order leave no doubt, even if some of them were edited and have moved elsewhere. */
    private static final int ENOUGH = Cursor.ANCHORS / 2;

    /**
     * A page with rows of the anchor.
     *
     * @param row the last of them that stands in the old order; those that follow on other pages are known by their ids
     * @param run how many do
     */
    record Place(Page page, int row, int run) {

        Page behind() {
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
     * Looks near the page where it was: bookings push it to later pages, deletions pull it to earlier ones.
     *
     * @throws StartAgain when none of its rows is left
     */
    Place find(Pages pages, int near) {
        Page middle = pages.page(near);
        while (middle.rows().isEmpty() && middle.number() > 1) {
            middle = pages.page(middle.number() / 2);
        }
        Place best = on(middle);
        boolean more = middle.isFull();
        for (int distance = 1; best.run < Math.min(ENOUGH, ids.size()) && (best.run == 0 || distance == 1); distance++) {
            boolean less = distance < middle.number();
            if (!more && !less && best.run == 0) {
                throw new StartAgain();
            }
            if (more) {
                Page page = pages.page(middle.number() + distance);
                more = page.isFull();
                best = best.better(on(page));
            }
            if (less) {
                best = best.better(on(pages.page(middle.number() - distance)));
            }
        }
        return best;
    }

    /** The longest run of rows that have kept their order. */
    private Place on(Page page) {
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
