package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.altegio.AltegioException;
import io.stockroom.invocation.CallContext;
import io.stockroom.operations.Claim.Attempt;
import io.stockroom.operations.Claim.Granted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Books each operation exactly once. Altegio has no idempotency: an operation whose response is missing may be booked, or may
 * still be booked. So a key is claimed before anything is sent, the document carries a marker of the key, and after a lost
 * response the operation is searched for, and resent only if it is absent and can no longer be booked.
 */
@ApplicationScoped
public class Bookings {

    private static final Logger LOG = Logger.getLogger(Bookings.class);

    /** Part of the timeout reserved to search for an operation whose response was lost, and to record its outcome. */
    private static final Duration RESERVE = Duration.ofSeconds(4);
    /** How long a lease outlives the deadline, so that no request takes over while the owner may still be working. */
    private static final Duration LEASE_MARGIN = Duration.ofSeconds(5);

    private final Altegio altegio;
    private final DocumentFinder documents;
    private final Ledger ledger;
    private final BookingJson json;
    private final AltegioConfig altegioConfig;
    private final LedgerConfig config;
    private final Clock clock;

    Bookings(Altegio altegio, DocumentFinder documents, Ledger ledger, BookingJson json, AltegioConfig altegioConfig,
            LedgerConfig config, Clock clock) {
        this.altegio = altegio;
        this.documents = documents;
        this.ledger = ledger;
        this.json = json;
        this.altegioConfig = altegioConfig;
        this.config = config;
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

    /**
     * Books an operation, or returns its booking if it is already booked.
     *
     * @throws IdempotencyKeyReusedException if the key was used with another operation before
     * @throws OperationInProgressException  if another request is processing the operation
     * @throws OutcomeUnknownException       if the operation was sent and its outcome is not known yet
     * @throws LedgerUnavailableException    if the ledger cannot be reached; nothing was sent
     * @throws AltegioException              if the operation was definitely not booked
     */
    public Booked book(IdempotencyKey key, Operation operation, CallContext context) {
        return ledger.claim(key, json.digest(operation), context.deadline().at().plus(LEASE_MARGIN)).match(
                granted -> book(granted, operation, context),
                inProgress -> {
                    throw new OperationInProgressException(Duration.between(clock.instant(), inProgress.leaseUntil()));
                },
                completed -> new Booked(completed.response(), Outcome.REPLAYED),
                mismatch -> {
                    throw new IdempotencyKeyReusedException();
                });
    }

    private Booked book(Granted granted, Operation operation, CallContext context) {
        Optional<Booking> earlier = granted.earlier() == null ? Optional.empty()
                : reconcile(granted, operation, granted.earlier(), context);
        return earlier.map(booking -> completed(granted, booking, Outcome.RECONCILED))
                .orElseGet(() -> send(granted, operation, context));
    }

    private Booked send(Granted granted, Operation operation, CallContext context) {
        Instant began = granted.earlier() == null ? clock.instant() : granted.earlier().began();
        Operation marked = operation.withDefaultMaster(altegioConfig.defaultMasterId()).marked(granted.key().marker());
        try {
            Booking booking = Booking.from(altegio.book(granted.key().location(), marked, context.minus(RESERVE)));
            return completed(granted, booking, Outcome.BOOKED);
        } catch (AltegioException failure) {
            if (failure.definitelyNotProcessed()) {
                record("not booked", () -> ledger.release(granted));
                throw failure;
            }
            Attempt attempt = new Attempt(began, clock.instant());
            return reconcile(granted, operation, attempt, context)
                    .map(booking -> completed(granted, booking, Outcome.RECONCILED))
                    .orElseThrow(() -> unknown(granted, attempt, failure));
        }
    }

    /**
     * Searches for the booking of an earlier attempt. Returns empty if there is none and none can appear any more.
     *
     * @throws OutcomeUnknownException if that cannot be determined yet
     */
    private Optional<Booking> reconcile(Granted granted, Operation operation, Attempt attempt, CallContext context) {
        // Determined before the search, which does not cover anything booked after it started.
        boolean settled = !clock.instant().isBefore(attempt.ended().plus(config.settle()));
        try {
            Optional<Booking> found = documents.find(granted.key(), operation, attempt.began(), context);
            if (found.isPresent() || settled) {
                return found;
            }
        } catch (AltegioException failure) {
            throw unknown(granted, attempt, failure);
        }
        throw unknown(granted, attempt, null);
    }

    private OutcomeUnknownException unknown(Granted granted, Attempt attempt, Throwable cause) {
        record("unknown", () -> ledger.unknown(granted, attempt.ended()));
        Duration remaining = Duration.between(clock.instant(), attempt.ended().plus(config.settle()));
        return new OutcomeUnknownException(remaining, cause);
    }

    private Booked completed(Granted granted, Booking booking, Outcome outcome) {
        String response = json.write(booking);
        record("booked", () -> ledger.complete(granted, response));
        return new Booked(response, outcome);
    }

    /** If recording fails, the lease expires and the next attempt searches for the operation: slower, but still correct. */
    private static void record(String outcome, Runnable recording) {
        try {
            recording.run();
        } catch (LedgerUnavailableException e) {
            Throwable failure = e.getCause() == null ? e : e.getCause();
            LOG.warnf("Could not record the outcome in the idempotency store: %s (%s)", outcome, failure.getClass().getName());
        }
    }
}
