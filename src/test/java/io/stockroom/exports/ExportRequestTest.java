package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExportRequestTest {

    private static final Map<String, Object> PAST = Map.of("location_id", "4564", "from", "2026-11-01T02:00:00+02:00", "to",
            "2026-11-08T00:00:00Z");

    @Test
    void anEmptyEventExportsAllLocations() {
        ExportRequest request = ExportRequest.from(Map.of());

        assertEquals(ExportTask.EXPORT, request.toTask());
        assertEquals(null, request.locations());
        assertFalse(request.isPastWindow());
    }

    @Test
    void readsAPastWindow() {
        ExportRequest request = ExportRequest.from(PAST);

        assertTrue(request.isPastWindow());
        assertEquals(List.of(4564L), request.locations());
        assertEquals(new ExportWindow(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2026-11-08T00:00:00Z")), request.window());
    }

    @Test
    void readsTheEventThatItWrites() {
        for (ExportRequest request : List.of(ExportRequest.from(PAST).next(3, "cursor"),
                ExportRequest.of(ExportTask.COMPARE, List.of(4564L, 4565L)))) {
            assertEquals(request, ExportRequest.from(request.event()));
        }
    }

    @Test
    void rejectsWhatItCannotRead() {
        assertRejected(Map.of("task", "delete"), "`task` must be one of export, compare, not 'delete'");
        assertRejected(Map.of("locaton_id", 4564),
                "unknown fields [locaton_id]; known are [cursor, from, location_id, locations, part, task, to]");
        assertRejected(Map.of("from", "2026-11-01T00:00:00Z", "to", "2026-11-02T00:00:00Z"),
                "a past window needs `location_id`, `from` and `to`");
        assertRejected(Map.of("location_id", 4564, "from", "2026-11-01T00:00:00Z"), "a past window needs `location_id`, `from` and `to`");
        assertRejected(Map.of("location_id", 4564, "from", "2026-11-01", "to", "2026-11-02T00:00:00Z"),
                "`from` must be a time with an offset, such as 2026-11-01T00:00:00Z");
        assertRejected(Map.of("location_id", 4564, "from", "2026-11-02T00:00:00Z", "to", "2026-11-02T00:00:00Z"),
                "`to` must be later than `from`");
        assertRejected(Map.of("location_id", "all"), "`all` is not the id of a location");
        assertRejected(Map.of("locations", 4564), "`locations` must be a list of ids; `location_id` is one");
    }

    private static void assertRejected(Map<String, Object> event, String message) {
        assertEquals(message, assertThrows(IllegalArgumentException.class, () -> ExportRequest.from(event)).getMessage());
    }
}
