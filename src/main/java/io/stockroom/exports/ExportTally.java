package io.stockroom.exports;

import java.util.ArrayList;
import java.util.List;

/** Counts what a run has done. */
final class ExportTally {

    private int rows;
    private int deleted;
    private int parts;
    private int rejected;
    private final List<Long> failed = new ArrayList<>();
    private final List<Long> busy = new ArrayList<>();
    private final List<Long> unfinished = new ArrayList<>();

    /** Counts a part that was read, and the rows of it that were written. */
    void addPart(int written) {
        parts++;
        rows += written;
    }

    void addDeleted(int count) {
        deleted += count;
    }

    void addRejected() {
        rejected++;
    }

    void addFailed(long location) {
        failed.add(location);
    }

    void addBusy(long location) {
        busy.add(location);
    }

    void addUnfinished(long location) {
        unfinished.add(location);
    }

    int parts() {
        return parts;
    }

    ExportReport report(ExportTask task, ExportRequest next) {
        return new ExportReport(task.title(), rows, deleted, rejected, unfinished, failed, busy, next);
    }
}
