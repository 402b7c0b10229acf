package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.Marker;
import io.stockroom.input.Timestamps;
import io.stockroom.invocation.CallContext;
import io.stockroom.operations.Booking.Document;
import io.stockroom.operations.Claim.Attempt;
import io.stockroom.operations.SearchResult.Found;
import io.stockroom.operations.SearchResult.NotFound;
import io.stockroom.operations.SearchResult.Undecided;
import io.stockroom.operations.SearchResult.Unfinished;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * One run of the search for an operation's document. It reads all transactions changed since the first attempt, whatever the size and
 * order of Altegio's pages: their comments carry the operation's marker, so that mostly the rows are enough. Then it reads the documents
 * that may be the operation's although no row says so, a few per run. What it has learned is in the result's progress.
 */
final class DocumentSearch {

    /**
     * Tolerates any clock skew, and any reading of a time without an offset: in UTC, or in a time zone up to 14 hours from it. Rows are
     * compared here, so that a wide window costs rows and few calls.
     */
    private static final Duration WINDOW_MARGIN = Duration.ofHours(26);
    /** So many pages without a new row mean that Altegio ignores the page; fewer may be rows pushed back by new ones. */
    private static final int MAX_REPEATED_PAGES = 5;
    /** Documents and lines that a run reads: with two pages and the operation itself, a request makes six calls. */
    private static final int MAX_READS = 3;
    /** More ids would make the ledger's records large; documents beyond them are found again by a new search. */
    private static final int MAX_OPEN = 100;
    private static final int MAX_EXCLUDED = 500;
    private static final int MAX_CANDIDATES = 20;

    private final Altegio altegio;
    private final DocumentFinder documents;
    private final IdempotencyKey key;
    private final Marker marker;
    private final SoughtOperation sought;
    private final Attempt attempt;
    private final LongPredicate isClaimed;
    private final CallContext context;

    private final Sightings sightings;
    private final Set<Long> excluded;
    private final Set<Long> candidates;
    private Instant began;
    private int page;
    private int pageSize;
    private int reads;

    DocumentSearch(Altegio altegio, DocumentFinder documents, IdempotencyKey key, SoughtOperation sought, Attempt attempt,
            Instant settled, LongPredicate isClaimed, CallContext context) {
        this.altegio = altegio;
        this.documents = documents;
        this.key = key;
        this.marker = key.marker();
        this.sought = sought;
        this.attempt = attempt;
        this.isClaimed = isClaimed;
        this.context = context;
        SearchProgress earlier = attempt.progress();
        this.sightings = new Sightings(marker, sought, attempt.ended(), settled, earlier);
        this.excluded = new LinkedHashSet<>(earlier.excluded());
        this.candidates = new LinkedHashSet<>(earlier.candidates());
        this.began = earlier.began();
        this.page = earlier.page();
        this.pageSize = earlier.pageSize();
    }

    SearchResult run(Instant now) {
        began = began == null ? now : began;
        try {
            Optional<Booking> marked = readPages();
            return marked.isPresent() ? new Found(marked.get()) : readDocuments();
        } catch (AltegioException failure) {
            return new Unfinished(progress(), failure);
        }
    }

    /** Reads pages up to an empty one. Returns the booking as soon as a row carries the marker. */
    private Optional<Booking> readPages() {
        // An earlier run's last page is read again: rows may have been deleted since.
        page = page > 1 ? page - 1 : page;
        int repeatedPages = 0;
        while (page > 0) {
            List<AltegioObject> rows = altegio.transactions(key.location(), query(), context);
            boolean isNew = sightings.add(rows.stream().map(SearchedRow::from).toList());
            if (!sightings.own().isEmpty()) {
                return Optional.of(booking(rows));
            }
            repeatedPages = isNew ? 0 : repeatedPages + 1;
            // The first page shows how many rows Altegio returns at once, so that the next begins where it ended.
            pageSize = pageSize == 0 ? rows.size() : pageSize;
            page = rows.isEmpty() || repeatedPages == MAX_REPEATED_PAGES ? 0 : page + 1;
        }
        return Optional.empty();
    }

    /** Returns the booking of marked rows: from their document, or from the rows alone if their document's id cannot be read. */
    private Booking booking(List<AltegioObject> page) {
        Optional<Long> document = sightings.own().stream().map(SearchedRow::documentId).filter(id -> id != null).findFirst();
        return document.map(id -> BookingCompletion.withRows(documents.booking(key.location(), id, context), page))
                .orElseGet(
                        () -> Booking.of(Document.ofId(null), page.stream().filter(row -> SearchedRow.from(row).isMarked(marker)).toList())
                                .with("Altegio does not show the id of the document"));
    }

    private SearchResult readDocuments() {
        for (Long id : open()) {
            if (candidates.size() == MAX_CANDIDATES) {
                break;
            }
            if (reads >= MAX_READS) {
                return candidates.isEmpty() ? new Unfinished(progress(), null) : new Undecided(progress());
            }
            Optional<Booking> booking = read(id);
            if (booking.isPresent()) {
                return new Found(booking.get());
            }
        }
        return candidates.isEmpty() ? new NotFound(progress()) : new Undecided(progress());
    }

    /** Reads a document, and returns its booking if it carries the marker; otherwise it is excluded or becomes a candidate. */
    private Optional<Booking> read(Long id) {
        if (isClaimed.test(id)) {
            excluded.add(id);
            return Optional.empty();
        }
        Optional<Document> document = read(() -> documents.document(key.location(), id, context));
        Optional<Marker> found = document.flatMap(read -> Marker.in(read.comment()));
        if (found.filter(marker::equals).isPresent()) {
            return document.map(read -> documents.booking(key.location(), read, context));
        }
        boolean isCandidate = found.isEmpty()
                && document.map(read -> sought.canBeCreatedAt(read.createDate(), sightings.offsets())).orElse(true)
                && (sightings.isSeenWhole(id) || linesCanBeSought(id));
        (isCandidate ? candidates : excluded).add(id);
        return Optional.empty();
    }

    private boolean linesCanBeSought(Long id) {
        return read(() -> documents.lines(key.location(), id, context))
                .map(lines -> sought.canContain(lines.stream().map(SearchedRow::from).toList())).orElse(true);
    }

    private <T> T read(Supplier<T> call) {
        reads++;
        return call.get();
    }

    private List<Long> open() {
        return sightings.documents().stream().filter(id -> !excluded.contains(id) && !candidates.contains(id)).toList();
    }

    private SearchProgress progress() {
        List<Long> open = open();
        // With more open documents than a record can keep, the next run reads the pages again.
        int next = page == 0 && open.size() > MAX_OPEN ? 1 : page;
        return new SearchProgress(began, next, pageSize, sightings.isFresh(), sightings.showsMarks(), first(MAX_OPEN, open),
                last(MAX_EXCLUDED, excluded), List.copyOf(candidates), attempt.progress().offered(), attempt.progress().notFound());
    }

    private static List<Long> first(int count, List<Long> ids) {
        return ids.subList(0, Math.min(count, ids.size()));
    }

    private static List<Long> last(int count, Set<Long> ids) {
        List<Long> list = new ArrayList<>(ids);
        return list.subList(Math.max(0, list.size() - count), list.size());
    }

    /** The time has no offset, as in V1's own example: whether Altegio reads one is not known. */
    private Map<String, String> query() {
        LocalDateTime changedAfter = LocalDateTime.ofInstant(attempt.began().minus(WINDOW_MARGIN), ZoneOffset.UTC).withNano(0);
        return Map.of("page", String.valueOf(page), "count", String.valueOf(pageSize == 0 ? Altegio.MAX_PAGE_SIZE : pageSize),
                "changed_after", Timestamps.format(changedAfter));
    }
}
