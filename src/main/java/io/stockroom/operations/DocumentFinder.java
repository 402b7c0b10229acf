package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.Marker;
import io.stockroom.altegio.NamedReference;
import io.stockroom.input.Timestamps;
import io.stockroom.invocation.CallContext;
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

/** Finds the document of an operation whose response was lost, by the marker in its comment. */
@ApplicationScoped
class DocumentFinder {

    private static final int PAGE_SIZE = 200;
    /** Altegio's clock and this one may differ by as much. */
    private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

    private final Altegio altegio;

    DocumentFinder(Altegio altegio) {
        this.altegio = altegio;
    }

    /**
     * Reads all transactions changed since then, and those of their documents that contain one of the operation's goods.
     *
     * @throws AltegioException if not everything could be read, so that the result is unknown
     */
    Optional<Booking> find(IdempotencyKey key, Operation operation, Instant since, CallContext context) {
        Marker marker = key.marker();
        Set<Long> goods = operation.goodsTransactions().stream().map(OperationLine::goodId).collect(Collectors.toSet());
        Set<Long> seen = new HashSet<>();
        for (int page = 1;; page++) {
            List<AltegioObject> rows = altegio.transactions(key.location(), query(page, since), context);
            for (AltegioObject row : rows) {
                Long document = row.takeId("document_id");
                boolean candidate = document != null && mayContain(row, goods) && seen.add(document);
                Optional<Booking> found = candidate ? booking(key.location(), document, marker, context) : Optional.empty();
                if (found.isPresent()) {
                    return found;
                }
            }
            if (rows.size() < PAGE_SIZE) {
                return Optional.empty();
            }
        }
    }

    private Optional<Booking> booking(long location, long id, Marker marker, CallContext context) {
        AltegioObject document;
        try {
            document = altegio.document(location, id, context).lenient();
        } catch (NotFoundException deleted) {
            return Optional.empty();
        }
        Booking.Document found = Booking.Document.from(document);
        return marker.isIn(found.comment())
                ? Optional.of(Booking.of(found, altegio.documentTransactions(id, context)))
                : Optional.empty();
    }

    /** Returns true also for a row without a good, which should not occur. */
    private static boolean mayContain(AltegioObject row, Set<Long> goods) {
        Long good = Optional.ofNullable(row.takeReference("good")).map(NamedReference::id).orElse(null);
        return good == null || goods.contains(good);
    }

    private static Map<String, String> query(int page, Instant since) {
        return Map.of("page", String.valueOf(page), "count", String.valueOf(PAGE_SIZE),
                "changed_after", Timestamps.format(since.minus(CLOCK_SKEW).atOffset(ZoneOffset.UTC)));
    }
}
