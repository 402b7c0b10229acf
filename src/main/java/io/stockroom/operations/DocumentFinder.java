package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.RejectedException;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.invocation.CallContext;
import io.stockroom.operations.Claim.Attempt;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/** Finds the document of an operation whose outcome is not known. */
@ApplicationScoped
class DocumentFinder {

    private final Altegio altegio;
    private final Clock clock;

    DocumentFinder(Altegio altegio, Clock clock) {
        this.altegio = altegio;
        this.clock = clock;
    }

    /**
     * Searches on from the attempt's progress, as far as time permits.
     *
     * @param settled   from when on Altegio can no longer book the operation
     * @param isClaimed whether a document is known to be another key's
     */
    SearchResult find(IdempotencyKey key, SoughtOperation sought, Attempt attempt, Instant settled, LongPredicate isClaimed,
            CallContext context) {
        return new DocumentSearch(altegio, this, key, sought, attempt, settled, isClaimed, context).run(clock.instant());
    }

    /** Returns the booking of a document, which is known to be booked even if Altegio does not show it. */
    Booking booking(long location, long id, CallContext context) {
        return booking(location, document(location, id, context).orElseGet(() -> Booking.Document.ofId(id)), context);
    }

    /** Returns the booking of a document, with its lines if Altegio shows them. */
    Booking booking(long location, Booking.Document document, CallContext context) {
        return lines(location, document.id(), context).map(lines -> Booking.of(document, lines))
                .orElseGet(() -> Booking.of(document, List.of()).with("Altegio does not show the lines of the document"));
    }

    /** Returns empty for a document that was deleted, or that Altegio does not show. */
    Optional<Booking.Document> document(long location, long id, CallContext context) {
        return readable(() -> Booking.Document.from(altegio.document(location, id, context).lenient()));
    }

    /** Returns empty for lines that Altegio does not show. */
    Optional<List<AltegioObject>> lines(long location, long id, CallContext context) {
        return readable(() -> altegio.documentTransactions(location, id, context));
    }

    private static <T> Optional<T> readable(Supplier<T> call) {
        try {
            return Optional.of(call.get());
        } catch (AccessDeniedException | InvalidResponseException | NotFoundException | RejectedException unreadable) {
            return Optional.empty();
        }
    }
}
