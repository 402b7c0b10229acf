package io.stockroom.exports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;

/** The names of exported objects. They follow from what is exported, so that a repeated run replaces its objects. */
final class ObjectNames {

    private ObjectNames() {
    }

    /** @param part from 1 */
    static String ofWindow(long location, ExportWindow window, int part) {
        return name(location, window.date(), window.name(), part);
    }

    /** Returns the name of an object with transactions that a comparison found, and that no window contained. */
    static String ofFound(long location, Instant comparison, int part) {
        return name(location, date(comparison), "found-" + ExportWindow.name(comparison), part);
    }

    static String ofDeleted(long location, Instant comparison, int part) {
        return name(location, date(comparison), "deleted-" + ExportWindow.name(comparison), part);
    }

    private static LocalDate date(Instant time) {
        return time.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static String name(long location, LocalDate date, String what, int part) {
        return String.format(Locale.ROOT, "transactions/location_id=%d/date=%s/%s-%04d.ndjson.gz", location, date, what, part);
    }
}
