package io.stockroom.exports;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/**
 * How far the export of a location is. What it lists in chunks of ids is stored beside it.
 *
 * @param exportedUntil the end of the last window that was exported; null before the first
 * @param window        the window that is being exported, or null
 * @param known         the ids of the transactions that are in exported files and not deleted
 * @param look          the comparison that is being made, or null
 * @param missing       how many chunks of ids the last comparison did not find; a second one must agree before they count as deleted
 * @param obsolete      chunks that are to be deleted, or null
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExportState(Instant exportedUntil, WindowProgress window, KnownIds known, Look look, int missing, Obsolete obsolete) {

    static final ExportState NEW = new ExportState(null, null, new KnownIds(0, 0, true), null, 0, null);

    /**
     * The part of a window that comes next.
     *
     * @param from   null for the first window
     * @param part   its number, from 1
     * @param cursor where the part begins; null for the first one
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WindowProgress(Instant from, Instant to, int part, String cursor) {

        static WindowProgress beginning(ExportWindow window) {
            return new WindowProgress(window.from(), window.to(), 1, null);
        }

        ExportWindow toWindow() {
            return new ExportWindow(from, to);
        }
    }

    /**
     * The chunks with the known ids.
     *
     * @param generation grows with each comparison that was completed
     * @param isOpen     whether ids may be added to the last chunk
     */
    @RegisterForReflection
    record KnownIds(int generation, int chunks, boolean isOpen) {
    }

    /**
     * A comparison while it is made.
     *
     * @param knownChunks the chunks of ids that were known when it began
     * @param seenChunks  the chunks of ids that it has found
     * @param part        the number of the next file with transactions that no window contained, from 1
     * @param cursor      where it continues; null at its beginning
     */
    @RegisterForReflection
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Look(Instant began, int knownChunks, int seenChunks, int part, String cursor) {
    }

    /** The chunks of a generation that nothing refers to any more. */
    @RegisterForReflection
    record Obsolete(int generation, int known, int seen, int missing) {
    }

    ExportState with(WindowProgress next) {
        return new ExportState(exportedUntil, next, known, look, missing, obsolete);
    }

    ExportState with(KnownIds ids) {
        return new ExportState(exportedUntil, window, ids, look, missing, obsolete);
    }

    ExportState with(Look next) {
        return new ExportState(exportedUntil, window, known, next, missing, obsolete);
    }

    /** Returns the state after the last part of the window. */
    ExportState windowExported() {
        return new ExportState(window.to(), null, known, look, missing, obsolete);
    }

    /** Returns the state after a comparison whose result does not count. */
    ExportState lookDiscarded() {
        return new ExportState(exportedUntil, window, known, null, missing, new Obsolete(known.generation(), 0, look.seenChunks(), 0));
    }

    /** Returns the state after a comparison. */
    ExportState compared(KnownIds nextKnown, int nextMissing) {
        return new ExportState(exportedUntil, window, nextKnown, null, nextMissing,
                new Obsolete(known.generation(), known.chunks(), look.seenChunks(), missing));
    }

    ExportState cleaned() {
        return new ExportState(exportedUntil, window, known, look, missing, null);
    }
}
