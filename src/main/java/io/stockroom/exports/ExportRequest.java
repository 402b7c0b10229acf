package io.stockroom.exports;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The event of a run.
 *
 * @param task      see {@link ExportTask}
 * @param locations the only ones to handle; null for those of the configuration
 * @param from      the beginning of a past window that is exported again; null for the next window
 * @param to        its end
 * @param part      the next part of a past window, from 1
 * @param cursor    where that part begins; null for the first
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExportRequest(String task, List<Long> locations, String from, String to, Integer part, String cursor) {

    private static final String LOCATION_ID = "location_id";
    private static final Set<String> NAMES = Set.of("task", "locations", LOCATION_ID, "from", "to", "part", "cursor");

    static ExportRequest of(ExportTask task, List<Long> locations) {
        return new ExportRequest(task.title(), locations, null, null, null, null);
    }

    /**
     * Reads an event. A typing error must not start a run that nobody meant, so that fields with other names are rejected.
     *
     * @throws IllegalArgumentException if it can't be read; the message says what is wrong
     */
    static ExportRequest from(Map<String, Object> event) {
        Set<String> unknown = new TreeSet<>(event.keySet());
        unknown.removeAll(NAMES);
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("unknown fields " + unknown + "; known are " + new TreeSet<>(NAMES));
        }
        String task = ExportTask.titled(String.valueOf(event.getOrDefault("task", ExportTask.EXPORT.title()))).title();
        String from = text(event, "from");
        String to = text(event, "to");
        List<Long> locations = locations(event);
        ExportRequest request = new ExportRequest(task, locations, from, to,
                event.get("part") instanceof Number part ? Integer.valueOf(part.intValue()) : null, text(event, "cursor"));
        if ((from == null) != (to == null) || (from != null && (locations == null || locations.size() != 1))) {
            throw new IllegalArgumentException("a past window needs `location_id`, `from` and `to`");
        }
        if (request.isPastWindow() && !request.window().from().isBefore(request.window().to())) {
            throw new IllegalArgumentException("`to` must be later than `from`");
        }
        return request;
    }

    /** Returns the event that {@link #from} reads. */
    Map<String, Object> event() {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("task", task);
        event.put("locations", locations);
        event.put("from", from);
        event.put("to", to);
        event.put("part", part);
        event.put("cursor", cursor);
        event.values().removeIf(Objects::isNull);
        return event;
    }

    ExportTask toTask() {
        return ExportTask.titled(task);
    }

    boolean isPastWindow() {
        return from != null;
    }

    /** Returns the past window. */
    ExportWindow window() {
        return new ExportWindow(time("from", from), time("to", to));
    }

    /** Returns the event of the run that exports the rest of the past window. */
    ExportRequest next(int nextPart, String nextCursor) {
        return new ExportRequest(task, locations, from, to, nextPart, nextCursor);
    }

    private static Instant time(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("`" + name + "` must be a time with an offset, such as 2026-11-01T00:00:00Z", e);
        }
    }

    private static String text(Map<String, Object> event, String name) {
        Object value = event.get(name);
        return value == null ? null : value.toString();
    }

    private static List<Long> locations(Map<String, Object> event) {
        if (event.get(LOCATION_ID) != null) {
            return List.of(id(event.get(LOCATION_ID)));
        }
        Object locations = event.get("locations");
        if (locations == null) {
            return null;
        }
        if (locations instanceof Collection<?> some) {
            return some.stream().map(ExportRequest::id).toList();
        }
        throw new IllegalArgumentException("`locations` must be a list of ids; `location_id` is one");
    }

    private static Long id(Object value) {
        try {
            return Long.valueOf(value.toString());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("`" + value + "` is not the id of a location", e);
        }
    }
}
