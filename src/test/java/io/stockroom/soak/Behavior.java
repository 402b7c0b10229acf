package io.stockroom.soak;

import io.stockroom.local.sandbox.SandboxQuirks;
import io.stockroom.local.sandbox.SandboxQuirks.Comments;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** How Altegio may behave; each in a phase of its own. In some, operations have several lines, of which a part may be booked. */
enum Behavior {
    AS_REPORTED(SandboxQuirks.NONE, 1),
    PARTIAL_COMMITS(SandboxQuirks.NONE, 3),
    WEBHOOKS(SandboxQuirks.NONE, 2),
    SMALL_PAGES_OLDEST_FIRST(SandboxQuirks.NONE.maxPageSize(25).withOldestFirst(), 1),
    IGNORED_OFFSETS(SandboxQuirks.NONE.withIgnoredOffsets(), 2),
    LINE_BREAKS(SandboxQuirks.NONE.comments(Comments.LINE_BREAK), 1),
    ESCAPED(SandboxQuirks.NONE.comments(Comments.HTML), 2),
    UPPER_CASE(SandboxQuirks.NONE.comments(Comments.UPPER_CASE), 1),
    WORDS_ADDED(SandboxQuirks.NONE.comments(Comments.WORDS_ADDED), 2),
    TRUNCATED(SandboxQuirks.NONE.comments(Comments.TRUNCATED), 1),
    MARKER_REMOVED_FROM_DOCUMENT(SandboxQuirks.NONE.comments(Comments.MARKER_REMOVED_FROM_DOCUMENT), 3),
    MARKER_REMOVED(SandboxQuirks.NONE.comments(Comments.MARKER_REMOVED), 1),
    NO_COMMENTS_IN_LINES(SandboxQuirks.NONE.comments(Comments.REMOVED_FROM_LINES), 1),
    NO_COMMENTS(SandboxQuirks.NONE.comments(Comments.REMOVED), 2),
    ABSENT_COMMENTS(SandboxQuirks.NONE.comments(Comments.ABSENT), 1),
    UNREADABLE_IDS(SandboxQuirks.NONE.withUnreadableIds(), 1),
    LARGE_RESPONSES(SandboxQuirks.NONE.padding(600), 1),
    /** More than the settle time, so that one search without a result proves nothing; less than twice as much. */
    LAGGING_SEARCH(SandboxQuirks.NONE.searchLag(Duration.ofMillis(3500)), 1),
    SEVERAL_AT_ONCE(SandboxQuirks.NONE.maxPageSize(25).withOldestFirst().withIgnoredOffsets().withUnreadableIds().comments(Comments.HTML),
            2);

    /** Without a marker in the rows, each search reads the documents of equal operations. */
    private static final Set<Comments> WITHOUT_MARKER_IN_LINES = EnumSet.of(Comments.MARKER_REMOVED, Comments.REMOVED_FROM_LINES,
            Comments.REMOVED, Comments.ABSENT);

    final SandboxQuirks quirks;
    final int lines;

    Behavior(SandboxQuirks quirks, int lines) {
        this.quirks = quirks;
        this.lines = lines;
    }

    /** Returns whether Altegio commits only while the caller waits; the settle time is not for that and for the lag of a search. */
    boolean commitsAtOnce() {
        return !quirks.searchLag().isZero();
    }

    /** Returns how many keys there may be, so that no phase spends its time on few of them. */
    int maxKeys() {
        return WITHOUT_MARKER_IN_LINES.contains(quirks.comments()) ? 250 : quirks.padding() > 0 ? 300 : 5_000;
    }

    /**
     * Returns every how many operations one contains a good that Altegio does not have. Of several lines a part may be booked then, so that
     * each rejection takes seconds.
     */
    int validOperationsPerInvalid() {
        return lines == 1 ? 20 : 60;
    }
}
