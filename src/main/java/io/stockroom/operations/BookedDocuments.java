package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioFailure;
import io.stockroom.altegio.Deadline;
import io.stockroom.altegio.Reference;
import io.stockroom.altegio.Row;
import io.stockroom.input.Timestamps;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the document of an operation whose answer was lost, by the marker in its comment. */
@ApplicationScoped
class BookedDocuments {

    private static final int PAGE = 200;
    /** Altegio's clock and ours may differ. */
    private static final Duration MARGIN = Duration.ofMinutes(5);

    private final Altegio altegio;

    BookedDocuments(Altegio altegio) {
        this.altegio = altegio;
    }

    /**
     * Reads all that has changed since then, and the documents behind it that have the operation's goods.
     *
     * @throws AltegioFailure when not everything could be read, so that nothing is known
     */
    Optional<Booking> find(Key key, Operation operation, Instant since, Deadline deadline) {
        Marker marker = Marker.of(key);
        Set<Long> goods = operation.goodsTransactions().stream().map(Line::goodId).collect(Collectors.toSet());
        Set<Long> seen = new HashSet<>();
        for (int page = 1;; page++) {
            List<Row> rows = altegio.transactions(key.location(), query(page, since), deadline);
            for (Row row : rows) {
                Long document = row.id("document_id");
                boolean candidate = document != null && names(row, goods) && seen.add(document);
                Optional<Booking> found = candidate ? booking(key.location(), document, marker, deadline) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
            if (rows.size() < PAGE) {
                return Optional.empty();
            }
        }
    }

    private Optional<Booking> booking(long location, long id, Marker marker, Deadline deadline) {
        Row document;
        try {
            document = altegio.document(location, id, deadline).lenient();
        } catch (AltegioFailure.NotFound deleted) {
            return Optional.empty();
        }
        Booking.Document found = Booking.Document.from(document);
        return marker.isIn(found.comment())
                ? Optional.of(Booking.of(found, altegio.documentTransactions(id, deadline)))
                : Optional.empty();
    }

    /** A row that names no good, as none should, is looked into all the same. */
    private static boolean names(Row row, Set<Long> goods) {
        Long good = Optional.ofNullable(row.reference("good")).map(Reference::id).orElse(null);
        return good == null || goods.contains(good);
    }

    private static Map<String, String> query(int page, Instant since) {
        return Map.of("page", String.valueOf(page), "count", String.valueOf(PAGE),
                "changed_after", Timestamps.format(since.minus(MARGIN).atOffset(ZoneOffset.UTC)));
    }
}
