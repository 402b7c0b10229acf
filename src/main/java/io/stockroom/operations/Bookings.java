package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.BookingResponse;
import io.stockroom.invocation.CallContext;
import io.stockroom.operations.Claim.Attempt;
import io.stockroom.operations.Claim.Granted;
import io.stockroom.operations.Ledger.Completion;
import io.stockroom.problems.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Books each operation exactly once. Altegio has no idempotency: an operation whose response is missing may be booked, or may
 * still be booked. So a key is claimed before anything is sent, the document carries a marker of the key, and after a lost
 * response the operation is searched for, and resent only if it is definitely absent and can no longer be booked.
 */
@ApplicationScoped
public class Bookings {

    /** Part of the timeout reserved to search for an operation whose response was lost, and to record its outcome. */
    private static final Duration RESERVE = Duration.ofSeconds(4);
    /** How long a lease outlives the deadline, so that no request takes over while the owner may still be working. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

    private final Altegio altegio;
    private final Reconciliation reconciliation;
    private final Ledger ledger;
    private final BookingJson json;
    private final AltegioConfig altegioConfig;
    private final BookingObserver observer;
    private final Clock clock;

    Bookings(Altegio altegio, Reconciliation reconciliation, Ledger ledger, BookingJson json, AltegioConfig altegioConfig,
            BookingObserver observer, Clock clock) {
        this.altegio = altegio;
        this.reconciliation = reconciliation;
        this.ledger = ledger;
        this.json = json;
        this.altegioConfig = altegioConfig;
        this.observer = observer;
        this.clock = clock;
    }

    /**
     * The booking of an operation, as JSON.
     *
     * @param outcome how the booking was obtained
     */
    public record Booked(String booking, Outcome outcome) {
    }

    /** Booked by this request, found after a lost response, or replayed from the ledger. */
    public enum Outcome {
        BOOKED, RECONCILED, REPLAYED;

        /** Returns the outcome as it appears in the log. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Books an operation about whose document nobody has decided anything. */
    public Booked book(IdempotencyKey key, BookingRequest operation, CallContext context) {
        return book(key, operation, DocumentDecision.OPEN, context);
    }

    /**
     * Books an operation, or returns its booking if it is already booked.
     *
     * @param decision the caller's decision, if an earlier request has reported documents that may be the operation's
     * @throws IdempotencyKeyReusedException if the key was used with another operation before
     * @throws OperationInProgressException  if another request is processing the operation
     * @throws OutcomeUnknownException       if the operation was sent and its outcome is not known yet
     * @throws DecisionRequiredException     if only a person can decide whether a document is the operation's
     * @throws NotCandidateException         if the decision is for a document that cannot be the operation's
     * @throws LedgerUnavailableException    if the ledger cannot be reached; nothing was sent
     * @throws AltegioException              if the operation was definitely not booked
     */
    public Booked book(IdempotencyKey key, BookingRequest operation, DocumentDecision decision, CallContext context) {
        return ledger.claim(key, json.digest(operation), context.deadline().at().plus(LEASE_MARGIN)).match(
                granted -> book(granted, operation, decision, context),
                inProgress -> {
                    throw new OperationInProgressException(Duration.between(clock.instant(), inProgress.leaseUntil()));
                },
                completed -> new Booked(completed.response(), Outcome.REPLAYED),
                mismatch -> {
                    throw new IdempotencyKeyReusedException(mismatch.response());
                });
    }

    private Booked book(Granted granted, BookingRequest operation, DocumentDecision decision, CallContext context) {
        Optional<Booking> earlier = granted.earlier() == null ? Optional.empty()
                : reconciliation.ofEarlierAttempt(granted, operation, decision, context);
        return earlier.map(booking -> completed(granted, operation, booking, Outcome.RECONCILED))
                .orElseGet(() -> send(granted, operation, context));
    }

    private Booked send(Granted granted, BookingRequest operation, CallContext context) {
        Instant began = granted.earlier() == null ? clock.instant() : granted.earlier().began();
        Object body = body(granted, operation);
        try {
            BookingResponse response = altegio.book(granted.key().location(), body, context.minus(RESERVE));
            Booking booking = Booking.from(response.data());
            return completed(granted, booking, operation.response(booking, response.relayed()), operation, Outcome.BOOKED);
        } catch (AltegioException failure) {
            return afterFailure(granted, operation, Attempt.of(began, clock.instant()), failure, context);
        }
    }

    /** A request may have to look something up for its body; if that fails, nothing was sent. */
    private Object body(Granted granted, BookingRequest operation) {
        try {
            return operation.body(granted.key().marker(), altegioConfig.defaultMasterId());
        } catch (ProblemException failure) {
            Recording.attempt("not booked", () -> ledger.release(granted));
            throw failure;
        }
    }

    /** Searches for the operation unless the failure proves that no part of it was booked. */
    private Booked afterFailure(Granted granted, BookingRequest operation, Attempt attempt, AltegioException failure,
            CallContext context) {
        if (!failure.definitelyNotProcessed()) {
            return completed(granted, operation, reconciliation.ofLostResponse(granted, operation, attempt, failure, context),
                    Outcome.RECONCILED);
        }
        if (failure.mayFollowPartialProcessing() && operation.canBeBookedInPart()) {
            Optional<Booking> part = reconciliation.ofRejection(granted, operation, attempt, failure, context);
            if (part.isPresent()) {
                return completed(granted, operation, part.get(), Outcome.RECONCILED);
            }
        }
        Recording.attempt("not booked", () -> ledger.release(granted));
        throw failure;
    }

    private Booked completed(Granted granted, BookingRequest operation, Booking booking, Outcome outcome) {
        return completed(granted, booking, operation.response(booking), operation, outcome);
    }

    private Booked completed(Granted granted, Booking booking, Object written, BookingRequest operation, Outcome outcome) {
        String response = json.write(written);
        String brief = json.write(operation.response(booking.brief()));
        Recording.attempt("booked", () -> ledger.complete(granted, new Completion(response, brief, booking.document().id())));
        observer.booked(granted.key().location(), operation.sought().lines().stream().map(SoughtOperation.SoughtLine::goodId)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
        return new Booked(response, outcome);
    }
}
