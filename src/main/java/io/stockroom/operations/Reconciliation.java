package io.stockroom.operations;

import io.stockroom.altegio.AltegioException;
import io.stockroom.invocation.CallContext;
import io.stockroom.operations.Claim.Attempt;
import io.stockroom.operations.Claim.Granted;
import io.stockroom.operations.SearchResult.Found;
import io.stockroom.operations.SearchResult.NotFound;
import io.stockroom.operations.SearchResult.Undecided;
import io.stockroom.operations.SearchResult.Unfinished;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Determines whether an operation that was sent is booked. That it was found is proof. That it was not found is proof only if the search
 * began after the settle time, and would have found it: a row that changed after that time was visible, or a second search, at least
 * another settle time later, did not find it either. At a quiet location no row changes, so that it takes the second search there.
 */
@ApplicationScoped
class Reconciliation {

    /** Time between the two searches after a response of Altegio's own: it has processed the operation, so nothing can come later. */
    private static final Duration SECOND_LOOK = Duration.ofSeconds(1);
    /** Time that a search after a rejection needs at least. */
    private static final Duration MIN_TIME = Duration.ofSeconds(2);

    private final DocumentFinder documents;
    private final Ledger ledger;
    private final LedgerConfig config;
    private final Clock clock;

    Reconciliation(DocumentFinder documents, Ledger ledger, LedgerConfig config, Clock clock) {
        this.documents = documents;
        this.ledger = ledger;
        this.config = config;
        this.clock = clock;
    }

    /**
     * Returns the booking of an earlier attempt; empty if there is none and none can appear any more.
     *
     * @throws OutcomeUnknownException   if that cannot be determined yet
     * @throws DecisionRequiredException if a document equals the operation, and nothing shows whether it is the operation's
     * @throws NotCandidateException     if the decision is for another document
     */
    Optional<Booking> ofEarlierAttempt(Granted granted, BookingRequest operation, DocumentDecision decision, CallContext context) {
        Instant settled = settled(granted.earlier());
        // Determined before the search, which does not cover anything booked after it began.
        boolean isSettled = !clock.instant().isBefore(settled);
        if (!isSettled) {
            return Optional.of(firstLook(granted, operation, granted.earlier(), null, context));
        }
        DocumentDecision decided = decision.or(granted.earlier().decision());
        SearchProgress progress = granted.earlier().progress().settledBy(settled);
        Attempt attempt = granted.earlier().with(decided.isNone() ? progress.declined() : progress);
        return search(granted, operation, attempt, settled, context).match(
                found -> Optional.of(described(found.booking(), operation)),
                undecided -> Optional.of(decided(granted, operation, attempt, undecided, decided, context)),
                notFound -> {
                    throwUnlessValid(granted, attempt, notFound, decided);
                    return Optional.empty();
                },
                unfinished -> {
                    throw unknown(granted, attempt.with(unfinished.progress()), clock.instant(), unfinished.cause());
                });
    }

    /**
     * Returns the booking of an operation that was just sent, if it can be found already.
     *
     * @throws OutcomeUnknownException if not: it may still appear
     */
    Booking ofLostResponse(Granted granted, BookingRequest operation, Attempt attempt, AltegioException failure, CallContext context) {
        return firstLook(granted, operation, attempt, failure, context);
    }

    /**
     * Returns what Altegio has booked of an operation that it has just rejected; empty if it is nothing.
     *
     * @throws OutcomeUnknownException   if that cannot be determined now
     * @throws DecisionRequiredException if a document equals a part of the operation, and nothing shows whether it is the operation's
     */
    Optional<Booking> ofRejection(Granted granted, BookingRequest operation, Attempt attempt, AltegioException failure,
            CallContext context) {
        SearchResult result = search(granted, operation, attempt, attempt.ended(), context);
        if (result instanceof NotFound first && !first.progress().fresh()) {
            if (!hasPaused(context)) {
                throw unknown(granted, attempt, settled(attempt), failure);
            }
            result = search(granted, operation, attempt, attempt.ended(), context);
        }
        return result.match(
                found -> Optional.of(described(found.booking(), operation).with("Altegio rejected the operation: " + failure.getMessage())),
                undecided -> {
                    throw decisionRequired(granted, attempt, undecided);
                },
                notFound -> Optional.empty(),
                unfinished -> {
                    throw unknown(granted, attempt, settled(attempt), unfinished.cause());
                });
    }

    /** Looks for an operation that may not have settled: only what is found whole is a result. */
    private Booking firstLook(Granted granted, BookingRequest operation, Attempt attempt, AltegioException failure, CallContext context) {
        Attempt fresh = attempt.with(SearchProgress.NONE);
        SearchResult result = search(granted, operation, fresh, settled(attempt), context);
        if (result instanceof Found found && found.booking().transactions().size() >= operation.sought().lines().size()) {
            return found.booking();
        }
        throw unknown(granted, fresh, settled(attempt), result instanceof Unfinished unfinished ? unfinished.cause() : failure);
    }

    private Booking decided(Granted granted, BookingRequest operation, Attempt attempt, Undecided undecided, DocumentDecision decided,
            CallContext context) {
        if (decided.document() == null) {
            throw decisionRequired(granted, attempt, undecided);
        }
        if (!undecided.progress().candidates().contains(decided.document())) {
            record(granted, attempt.with(undecided.progress()));
            throw new NotCandidateException(decided.document(), undecided.progress().candidates());
        }
        try {
            return described(documents.booking(granted.key().location(), decided.document(), context), operation);
        } catch (AltegioException failure) {
            throw unknown(granted, attempt.with(undecided.progress()), clock.instant(), failure);
        }
    }

    private DecisionRequiredException decisionRequired(Granted granted, Attempt attempt, Undecided undecided) {
        record(granted, attempt.with(undecided.progress().offering()));
        return new DecisionRequiredException(undecided.progress().candidates());
    }

    /** Throws unless the search would have found the operation. */
    private void throwUnlessValid(Granted granted, Attempt attempt, NotFound notFound, DocumentDecision decided) {
        SearchProgress progress = notFound.progress();
        Instant second = progress.notFound() == null ? null : progress.notFound().plus(config.settle());
        if (decided.document() != null) {
            record(granted, attempt.with(progress.complete()));
            throw new NotCandidateException(decided.document(), List.of());
        }
        if (!progress.fresh() && (second == null || progress.began().isBefore(second))) {
            SearchProgress complete = progress.complete();
            throw unknown(granted, attempt.with(complete), complete.notFound().plus(config.settle()), null);
        }
    }

    private SearchResult search(Granted granted, BookingRequest operation, Attempt attempt, Instant settled, CallContext context) {
        int calls = context.calls().times().size();
        try {
            return documents.find(granted.key(), operation.sought(), attempt, settled,
                    document -> ledger.isClaimedByAnother(granted.key(), document), context);
        } finally {
            context.calls().addReconciling(context.calls().times().size() - calls);
        }
    }

    /** Adds a warning if Altegio shows fewer lines than were sent: whether it books an operation as a whole is not known. */
    private static Booking described(Booking booking, BookingRequest operation) {
        int lines = operation.sought().lines().size();
        int booked = booking.transactions().size();
        return booked >= lines || !booking.warnings().isEmpty() ? booking
                : booking.with("Altegio shows " + booked + " of the operation's " + lines + " lines");
    }

    private OutcomeUnknownException unknown(Granted granted, Attempt attempt, Instant retry, AltegioException cause) {
        record(granted, attempt);
        return new OutcomeUnknownException(Duration.between(clock.instant(), retry), cause);
    }

    private void record(Granted granted, Attempt attempt) {
        Recording.attempt("unknown", () -> ledger.unknown(granted, attempt.ended(), attempt.progress()));
    }

    private Instant settled(Attempt attempt) {
        return attempt.ended().plus(config.settle());
    }

    /** Returns false without waiting if there is no time for a second search. */
    private static boolean hasPaused(CallContext context) {
        if (context.remaining().compareTo(SECOND_LOOK.plus(MIN_TIME)) < 0) {
            return false;
        }
        try {
            Thread.sleep(SECOND_LOOK.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
