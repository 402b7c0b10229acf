package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.RejectedException;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.Marker;
import io.stockroom.input.Timestamps;
import io.stockroom.invocation.CallContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the document of an operation whose response was lost. Its lines carry the operation's marker, so that mostly the rows of one
 * search are enough. Only documents whose rows have no marker, and could be the operation's, are read one by one.
 */
@ApplicationScoped
class DocumentFinder {

    /**
     * Tolerates any clock skew, and any reading of a time without an offset: in UTC, or in a time zone up to 14 hours from it. Rows are
     * compared here, so that a wide window costs rows and no calls.
     */
    private static final Duration WINDOW_MARGIN = Duration.ofHours(26);

    /** So many pages without a new row mean that Altegio ignores the page; fewer may be rows pushed back by new ones. */
    private static final int MAX_REPEATED_PAGES = 5;

    private final Altegio altegio;

    DocumentFinder(Altegio altegio) {
        this.altegio = altegio;
    }

    /**
     * Reads all transactions changed since then, whatever the size and order of Altegio's pages: up to an empty one.
     *
     * @throws AltegioException if not everything could be read, so that the result is unknown
     */
    Optional<Booking> find(IdempotencyKey key, Operation operation, Instant since, CallContext context) {
        Marker marker = key.marker();
        Candidates candidates = new Candidates(operation);
        Set<Object> seen = new HashSet<>();
        int count = Altegio.MAX_PAGE_SIZE;
        int repeatedPages = 0;
        for (int page = 1; repeatedPages < MAX_REPEATED_PAGES; page++) {
            List<AltegioObject> rows = altegio.transactions(key.location(), query(page, count, since), context);
            if (rows.isEmpty()) {
                break;
            }
            boolean isRepeated = true;
            for (AltegioObject each : rows) {
                SearchedRow row = SearchedRow.from(each);
                isRepeated &= !seen.add(row.identity());
                if (row.isMarked(marker)) {
                    return Optional.of(booking(key.location(), row.documentId(), context));
                }
                candidates.add(row);
            }
            repeatedPages = isRepeated ? repeatedPages + 1 : 0;
            // The first page shows how many rows Altegio returns at once, so that the next begins where it ended.
            count = page == 1 ? rows.size() : count;
        }
        return marked(key.location(), candidates.documents(), marker, context);
    }

    /** Returns the first of the documents with the marker in its own comment. */
    private Optional<Booking> marked(long location, List<Long> documents, Marker marker, CallContext context) {
        for (long id : documents) {
            Optional<Booking.Document> document = document(location, id, context);
            if (document.filter(found -> Marker.in(found.comment()).filter(marker::equals).isPresent()).isPresent()) {
                return document.map(found -> Booking.of(found, lines(id, context)));
            }
        }
        return Optional.empty();
    }

    private Booking booking(long location, long id, CallContext context) {
        Booking.Document document = document(location, id, context).orElseGet(() -> Booking.Document.ofId(id));
        return Booking.of(document, lines(id, context));
    }

    /** Returns no lines if they cannot be read: with its document, the operation is known to be booked. */
    private List<AltegioObject> lines(long id, CallContext context) {
        try {
            return altegio.documentTransactions(id, context);
        } catch (AccessDeniedException | InvalidResponseException | NotFoundException | RejectedException unreadable) {
            return List.of();
        }
    }

    /** Returns empty for a document that has been deleted. */
    private Optional<Booking.Document> document(long location, long id, CallContext context) {
        try {
            return Optional.of(Booking.Document.from(altegio.document(location, id, context).lenient()));
        } catch (NotFoundException deleted) {
            return Optional.empty();
        }
    }

    /** The time has no offset, as in V1's own example: whether Altegio reads one is not known. */
    private static Map<String, String> query(int page, int count, Instant since) {
        LocalDateTime changedAfter = LocalDateTime.ofInstant(since.minus(WINDOW_MARGIN), ZoneOffset.UTC).withNano(0);
        return Map.of("page", String.valueOf(page), "count", String.valueOf(count),
                "changed_after", Timestamps.format(changedAfter));
    }
}
