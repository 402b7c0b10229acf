package io.stockroom.lists;

import io.stockroom.input.Field;
import io.stockroom.input.Input;
import io.stockroom.input.Timestamps;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * When rows were changed last.
 *
 * @param after  an {@link OffsetDateTime}, or a {@link LocalDateTime} in the location's own time, or null
 * @param before likewise
 */
public record ChangedRange(Temporal after, Temporal before) {

    /** Reads {@code changed_after} and {@code changed_before}. */
    public static ChangedRange from(Input input) {
        Temporal after = input.field("changed_after").timestamp();
        Field changedBefore = input.field("changed_before");
        Temporal before = changedBefore.timestamp();
        if (isReversed(after, before)) {
            changedBefore.violation("must not be before `changed_after`");
        }
        return new ChangedRange(after, before);
    }

    public Map<String, String> parameters() {
        Map<String, String> parameters = new LinkedHashMap<>();
        if (after != null) {
            parameters.put("changed_after", Timestamps.format(after));
        }
        if (before != null) {
            parameters.put("changed_before", Timestamps.format(before));
        }
        return parameters;
    }

    /** Compares only two values of a kind: the offset of a time without one is known only to the location. */
    private static boolean isReversed(Temporal after, Temporal before) {
        if (after instanceof OffsetDateTime from && before instanceof OffsetDateTime to) {
            return to.isBefore(from);
        }
        return after instanceof LocalDateTime from && before instanceof LocalDateTime to && to.isBefore(from);
    }
}
