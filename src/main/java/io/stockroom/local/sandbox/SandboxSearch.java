package io.stockroom.local.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A transaction search: page and filters. A filter that is null does not apply. */
record SandboxSearch(int page, int count, Long documentId, LocalDate start, LocalDate end, Instant changedAfter,
        Instant changedBefore, boolean oldestFirst, Duration lag) {

    /** The largest page size that integrators report; more is read as this. The service's limit is not known. */
    private static final int MAX_PAGE_SIZE = 1000;

    static SandboxSearch from(Map<String, String> query, SandboxQuirks quirks) {
        Reader reader = new Reader(query, new LinkedHashMap<>());
        Integer page = reader.read("page", text -> wholeNumber(text, Integer.MAX_VALUE));
        Integer count = reader.read("count", text -> Math.min(wholeNumber(text, Integer.MAX_VALUE), MAX_PAGE_SIZE));
        SandboxSearch search = new SandboxSearch(page == null ? 1 : page, Math.min(count == null ? 20 : count, quirks.maxPageSize()),
                reader.read("document_id", Long::valueOf),
                reader.read("start_date", LocalDate::parse), reader.read("end_date", LocalDate::parse),
                reader.read("changed_after", text -> timestamp(text, quirks)),
                reader.read("changed_before", text -> timestamp(text, quirks)), quirks.oldestFirst(),
                quirks.searchLag());
        if (!reader.errors().isEmpty()) {
            throw new ApiErrorException(400, "The given data was invalid.", reader.errors());
        }
        return search;
    }

    /** Returns whether a search shows the transaction already. */
    boolean shows(Movement movement, Instant now) {
        return lag.isZero() || !movement.changed().isAfter(now.minus(lag));
    }

    long offset() {
        return (page - 1L) * count;
    }

    /** Dates are in the location's time zone. Whether the service's bounds are inclusive is not known: here they are. */
    boolean matches(Movement movement) {
        LocalDate day = LocalDate.ofInstant(movement.created(), Dates.ZONE);
        return (documentId == null || documentId == movement.documentId())
                && (start == null || !day.isBefore(start))
                && (end == null || !day.isAfter(end))
                && (changedAfter == null || !movement.changed().isBefore(changedAfter))
                && (changedBefore == null || !movement.changed().isAfter(changedBefore));
    }

    private static int wholeNumber(String text, int max) {
        int number = Integer.parseInt(text);
        if (number < 1 || number > max) {
            throw new NumberFormatException();
        }
        return number;
    }

    private static Instant timestamp(String text, SandboxQuirks quirks) {
        return (quirks.ignoresOffsets() ? Dates.readWithoutOffset(text) : Dates.read(text)).orElseThrow(NumberFormatException::new);
    }

    private record Reader(Map<String, String> query, Map<String, List<String>> errors) {

        <T> T read(String name, Function<String, T> parse) {
            String text = query.get(name);
            try {
                return text == null || text.isEmpty() ? null : parse.apply(text);
            } catch (NumberFormatException | DateTimeParseException e) {
                errors.put(name, List.of("The " + name + " is not valid."));
                return null;
            }
        }
    }
}
