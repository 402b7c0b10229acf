package io.stockroom.exports;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a run does. */
enum ExportTask {

    /** Exports what changed since the last window. */
    EXPORT,
    /** Compares the ids of all transactions with those that were exported, and so finds the deleted ones. */
    COMPARE;

    String title() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException if there is no such task */
    static ExportTask titled(String title) {
        return Arrays.stream(values()).filter(task -> task.title().equals(title)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`task` must be one of "
                        + Arrays.stream(values()).map(ExportTask::title).collect(Collectors.joining(", ")) + ", not '" + title + "'"));
    }
}
