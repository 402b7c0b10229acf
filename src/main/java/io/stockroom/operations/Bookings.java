package io.stockroom.operations;

import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.altegio.AltegioFailure;
import io.stockroom.altegio.Deadline;
import io.stockroom.operations.Claim.Attempt;
import io.stockroom.operations.Claim.Completed;
import io.stockroom.operations.Claim.Granted;
import io.stockroom.operations.Claim.InFlight;
import io.stockroom.operations.Claim.OtherPayload;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Books operations, each once. Altegio has no idempotency: what was sent and not answered may be booked, or be booked yet.
 * So a key is claimed before anything is sent, the document carries a marker of it, and after a lost answer the operation is
 * looked for, and sent again only when it is not there and can't come any more.
 */
@ApplicationScoped
public class Bookings {

    private static final Logger LOG = Logger.getLogger(Bookings.class);

    /** Kept of the function's time to look for an operation whose answer was lost, and to record what became of it. */
    private static final Duration RESERVE = Duration.ofSeconds(4);
    /** A lease outlives the function's own time by this: nobody takes over while its owner may still be at work. */
    private static final Duration MARGIN = Duration.ofSeconds(5);

    private final Altegio altegio;
    private final BookedDocuments documents;
    private final Ledger ledger;
    private final BookingJson json;
    private final AltegioConfig altegioConfig;
    private final LedgerConfig config;
    private final Clock clock;

    Bookings(Altegio altegio, BookedDocuments documents, Ledger ledger, BookingJson json, AltegioConfig altegioConfig,
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
     * An operation's booking, as JSON.
     *
     * @param outcome how the booking came to be known
     */
    public record Booked(String booking, Outcome outcome) {
    }

    /** Booked by this request, found after a lost answer, or answered from the ledger. */
    public enum Outcome {
        BOOKED, RECONCILED, REPLAYED;

        /** For the log. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @throws KeyReused         when the key came with another operation before
     * @throws KeyInFlight       when somebody else is at work on it
     * @throws OutcomeUnknown    when the operation was sent and nobody knows yet what became of it
     * @throws LedgerUnavailable when the ledger can't be reached; nothing was sent
     * @throws AltegioFailure    when it was surely not booked
     */
    public Booked book(Key key, Operation operation, Deadline deadline) {
        Claim claim = ledger.claim(key, json.digest(operation), deadline.at().plus(MARGIN));
        if (claim instanceof Completed completed) {
            return new Booked(completed.answer(), Outcome.REPLAYED);
        }
        if (claim instanceof OtherPayload) {
            throw new KeyReused();
        }
        if (claim instanceof InFlight inFlight) {
            throw new KeyInFlight(Duration.between(clock.instant(), inFlight.leaseUntil()));
        }
        Granted granted = (Granted) claim;
        Optional<Booking> earlier = granted.earlier() == null ? Optional.empty()
                : lookFor(granted, operation, granted.earlier(), deadline);
        return earlier.map(booking -> completed(granted, booking, Outcome.RECONCILED))
                .orElseGet(() -> send(granted, operation, deadline));
    }

    private Booked send(Granted granted, Operation operation, Deadline deadline) {
        Instant began = granted.earlier() == null ? clock.instant() : granted.earlier().began();
        Operation marked = operation.withDefaultMaster(altegioConfig.defaultMasterId()).marked(Marker.of(granted.key()));
        try {
            Booking booking = Booking.from(altegio.book(granted.key().location(), marked, deadline.earlier(RESERVE)));
            return completed(granted, booking, Outcome.BOOKED);
        } catch (AltegioFailure failure) {
            if (failure.surelyNotProcessed()) {
                record("it was not booked", () -> ledger.release(granted));
                throw failure;
            }
            Attempt attempt = new Attempt(began, clock.instant());
            return lookFor(granted, operation, attempt, deadline)
                    .map(booking -> completed(granted, booking, Outcome.RECONCILED))
                    .orElseThrow(() -> unknown(granted, attempt, failure));
        }
    }

    /**
     * The booking of an earlier attempt; empty when there is none and there can't be any more.
     *
     * @throws OutcomeUnknown when that can't be said yet
     */
    private Optional<Booking> lookFor(Granted granted, Operation operation, Attempt attempt, Deadline deadline) {
        // Before the search: what comes after the search began is not covered by it.
        boolean settled = !clock.instant().isBefore(attempt.ended().plus(config.settle()));
        try {
            Optional<Booking> found = documents.find(granted.key(), operation, attempt.began(), deadline);
            if (found.isPresent() || settled) {
                return found;
            }
        } catch (AltegioFailure failure) {
            throw unknown(granted, attempt, failure);
        }
        throw unknown(granted, attempt, null);
    }

    private OutcomeUnknown unknown(Granted granted, Attempt attempt, Throwable cause) {
        record("its outcome is unknown", () -> ledger.unknown(granted, attempt.ended()));
        Duration left = Duration.between(clock.instant(), attempt.ended().plus(config.settle()));
        return new OutcomeUnknown(left.isNegative() ? Duration.ofSeconds(1) : left, cause);
    }

    private Booked completed(Granted granted, Booking booking, Outcome outcome) {
        String answer = json.write(booking);
        record("it is booked", () -> ledger.complete(granted, answer));
        return new Booked(answer, outcome);
    }

    /** Without the record the lease lapses, and the operation is looked for: slower, and as sure. */
    private static void record(String what, Runnable recording) {
        try {
            recording.run();
        } catch (LedgerUnavailable e) {
            LOG.warnf("An operation could not be recorded: %s", what);
        }
    }
}
