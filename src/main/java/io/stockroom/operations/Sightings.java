package io.stockroom.operations;

import io.stockroom.altegio.Marker;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The rows seen by a search for an operation, by document, and which of the documents may be the operation's. */
final class Sightings {

    private final Marker marker;
    private final SoughtOperation sought;
    private final Instant attempted;
    private final Instant settled;
    private final Set<Object> seen = new HashSet<>();
    private final Set<Long> open;
    private final Set<Long> impossible;
    private final Map<Long, Map<Object, SearchedRow>> possible = new LinkedHashMap<>();
    private final List<SearchedRow> own = new ArrayList<>();
    private final Set<ZoneOffset> offsets = new HashSet<>();
    private boolean fresh;
    private boolean marks;

    /**
     * @param attempted when the operation was last sent
     * @param settled   from when on Altegio can no longer book it
     */
    Sightings(Marker marker, SoughtOperation sought, Instant attempted, Instant settled, SearchProgress earlier) {
        this.marker = marker;
        this.sought = sought;
        this.attempted = attempted;
        this.settled = settled;
        this.open = new LinkedHashSet<>(earlier.open());
        this.impossible = new HashSet<>(earlier.excluded());
        this.fresh = earlier.fresh();
        this.marks = earlier.marks();
    }

    /** Adds a page of rows, and returns whether any of them is new. */
    boolean add(List<SearchedRow> rows) {
        boolean isNew = false;
        for (SearchedRow row : rows) {
            if (seen.add(row.identity())) {
                isNew = true;
                add(row);
            }
        }
        return isNew;
    }

    private void add(SearchedRow row) {
        fresh |= row.isChangedSince(settled);
        marks |= row.marker().isPresent();
        Stream.of(row.created(), row.changed()).filter(OffsetDateTime.class::isInstance)
                .forEach(time -> offsets.add(((OffsetDateTime) time).getOffset()));
        if (row.isMarked(marker)) {
            own.add(row);
        }
        Long document = row.documentId();
        if (document == null || impossible.contains(document)) {
            return;
        }
        Map<Object, SearchedRow> rows = possible.computeIfAbsent(document, id -> new LinkedHashMap<>());
        rows.put(row.identity(), row);
        if (row.marker().isPresent() || !sought.canContain(rows.values())) {
            impossible.add(document);
            possible.remove(document);
            open.remove(document);
        }
    }

    /** Returns the rows that carry the operation's marker. */
    List<SearchedRow> own() {
        return own;
    }

    /** Returns whether a row changed after the settle time: the search then shows everything that could be the operation. */
    boolean isFresh() {
        return fresh;
    }

    /** Returns the offsets that times of the location have. */
    Set<ZoneOffset> offsets() {
        return offsets;
    }

    /** Returns whether rows show markers. */
    boolean showsMarks() {
        return marks;
    }

    /**
     * Returns the documents that may be the operation's, the most likely first: those with all of its lines, and among them those that
     * Altegio changed closest to the attempt. The others have only some of the lines, because whether Altegio books an operation as a
     * whole is not known; if rows show markers, such a document's would.
     */
    List<Long> documents() {
        List<Long> byTime = possible.entrySet().stream().filter(document -> canBeCreatedAt(document.getValue().values()))
                .sorted(Comparator.comparing(document -> distance(document.getValue().values())))
                .map(Map.Entry::getKey).toList();
        Stream<Long> complete = byTime.stream().filter(document -> possible.get(document).size() == sought.lines().size());
        Stream<Long> incomplete = marks ? Stream.empty() : byTime.stream();
        return Stream.of(complete, open.stream(), incomplete).flatMap(each -> each).distinct().toList();
    }

    private boolean canBeCreatedAt(Collection<SearchedRow> rows) {
        return rows.stream().allMatch(row -> sought.canBeCreatedAt(row.created(), offsets));
    }

    private Duration distance(Collection<SearchedRow> rows) {
        return rows.stream().map(row -> row.distanceTo(attempted)).min(Comparator.naturalOrder()).orElseThrow();
    }

    /** Returns whether all rows of the document have been seen, and are what the operation's would be. */
    boolean isSeenWhole(Long document) {
        return !open.contains(document) && possible.containsKey(document);
    }
}
