package io.stockroom.local.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Behaviors of the service that are not known. Whoever calls it must cope with each of them.
 *
 * @param maxPageSize    rows on a page at most, whatever the request asks for
 * @param oldestFirst    whether a search lists the oldest transactions first
 * @param ignoresOffsets whether {@code changed_after} and {@code changed_before} are read in the location's time without regard to
 *                       their offset, here for a location west of UTC
 * @param unreadableIds  whether every third row of a search has a text, or an object, instead of the number of its document
 * @param padding        kilobytes of text that does not compress, in a field that is added to the response to an operation
 * @param searchLag      how long it takes until a search shows a transaction, as with a copy of the database; about a second less for some
 * @param comments       what becomes of comments between the request and the responses
 */
public record SandboxQuirks(int maxPageSize, boolean oldestFirst, boolean ignoresOffsets, boolean unreadableIds, int padding,
        Duration searchLag, Comments comments) {

    /** What integrators report. */
    public static final SandboxQuirks NONE = new SandboxQuirks(1000, false, false, false, 0, Duration.ZERO, Comments.UNCHANGED);

    /** How the service, its database or a person may change comments. */
    public enum Comments {
        UNCHANGED(text -> text, text -> text),
        LINE_BREAK(text -> text + "\r\n", text -> text + "\r\n"),
        HTML(Comments::html, Comments::html),
        UPPER_CASE(text -> text.toUpperCase(Locale.ROOT), text -> text.toUpperCase(Locale.ROOT)),
        WORDS_ADDED(text -> "Paid! " + text + " (checked)", text -> text),
        TRUNCATED(Comments::truncated, Comments::truncated),
        MARKER_REMOVED_FROM_DOCUMENT(Comments::unmarked, text -> text),
        MARKER_REMOVED(Comments::unmarked, Comments::unmarked),
        REMOVED_FROM_LINES(text -> text, text -> ""),
        REMOVED(text -> "", text -> ""),
        /** Responses have no such field. */
        ABSENT(text -> null, text -> null);

        private final UnaryOperator<String> inDocument;
        private final UnaryOperator<String> inLine;

        Comments(UnaryOperator<String> inDocument, UnaryOperator<String> inLine) {
            this.inDocument = inDocument;
            this.inLine = inLine;
        }

        /** Returns the name used in requests, such as {@code upper-case}. */
        public String title() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Comments titled(String title) {
            return Arrays.stream(values()).filter(each -> each.title().equals(title)).findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Unknown comments '" + title + "'; expected one of "
                            + Arrays.stream(values()).map(Comments::title).collect(Collectors.joining(", "))));
        }

        String document(String comment) {
            return inDocument.apply(comment);
        }

        String line(String comment) {
            return inLine.apply(comment);
        }

        private static String html(String text) {
            return text.replace("&", "&amp;").replace("<", "&lt;").replace("[", "&#91;").replace("]", "&#93;").replace(":", "&#x3A;");
        }

        private static String unmarked(String text) {
            return text.replaceAll("\\[sr:.*?] ?", "");
        }

        /** A database with three-byte characters ends a text at the first longer one; others end it at a NUL. */
        private static String truncated(String text) {
            return text.replaceFirst("(?s)[\\x00\\x{10000}-\\x{10ffff}].*", "");
        }
    }

    public SandboxQuirks maxPageSize(int changed) {
        return new SandboxQuirks(changed, oldestFirst, ignoresOffsets, unreadableIds, padding, searchLag, comments);
    }

    public SandboxQuirks withOldestFirst() {
        return new SandboxQuirks(maxPageSize, true, ignoresOffsets, unreadableIds, padding, searchLag, comments);
    }

    public SandboxQuirks withIgnoredOffsets() {
        return new SandboxQuirks(maxPageSize, oldestFirst, true, unreadableIds, padding, searchLag, comments);
    }

    public SandboxQuirks withUnreadableIds() {
        return new SandboxQuirks(maxPageSize, oldestFirst, ignoresOffsets, true, padding, searchLag, comments);
    }

    public SandboxQuirks padding(int kilobytes) {
        return new SandboxQuirks(maxPageSize, oldestFirst, ignoresOffsets, unreadableIds, kilobytes, searchLag, comments);
    }

    public SandboxQuirks searchLag(Duration lag) {
        return new SandboxQuirks(maxPageSize, oldestFirst, ignoresOffsets, unreadableIds, padding, lag, comments);
    }

    public SandboxQuirks comments(Comments changed) {
        return new SandboxQuirks(maxPageSize, oldestFirst, ignoresOffsets, unreadableIds, padding, searchLag, changed);
    }
}
