package io.stockroom.soak;

import io.stockroom.local.sandbox.SandboxQuirks;
import io.stockroom.local.sandbox.SandboxQuirks.Comments;

/** How Altegio may behave; each in a phase of its own. In some, operations have several lines, of which a part may be booked. */
enum Behavior {
    AS_REPORTED(SandboxQuirks.NONE, 1),
    PARTIAL_COMMITS(SandboxQuirks.NONE, 3),
    SMALL_PAGES_OLDEST_FIRST(SandboxQuirks.NONE.maxPageSize(25).withOldestFirst(), 1),
    IGNORED_OFFSETS(SandboxQuirks.NONE.withIgnoredOffsets(), 2),
    LINE_BREAKS(SandboxQuirks.NONE.comments(Comments.LINE_BREAK), 1),
    ESCAPED(SandboxQuirks.NONE.comments(Comments.HTML), 2),
    UPPER_CASE(SandboxQuirks.NONE.comments(Comments.UPPER_CASE), 1),
    WORDS_ADDED(SandboxQuirks.NONE.comments(Comments.WORDS_ADDED), 2),
    TRUNCATED(SandboxQuirks.NONE.comments(Comments.TRUNCATED), 1),
    MARKER_REMOVED_FROM_DOCUMENT(SandboxQuirks.NONE.comments(Comments.MARKER_REMOVED_FROM_DOCUMENT), 3),
    NO_COMMENTS_IN_LINES(SandboxQuirks.NONE.comments(Comments.REMOVED_FROM_LINES), 1),
    NO_COMMENTS(SandboxQuirks.NONE.comments(Comments.REMOVED), 2),
    UNREADABLE_IDS(SandboxQuirks.NONE.withUnreadableIds(), 1),
    LARGE_RESPONSES(SandboxQuirks.NONE.padding(600), 1);

    final SandboxQuirks quirks;
    final int lines;

    Behavior(SandboxQuirks quirks, int lines) {
        this.quirks = quirks;
        this.lines = lines;
    }

    /** Returns how many keys there may be: without comments in lines, each search reads the documents of equal operations. */
    int maxKeys() {
        return this == NO_COMMENTS || this == NO_COMMENTS_IN_LINES ? 250 : this == LARGE_RESPONSES ? 300 : 5_000;
    }
}
