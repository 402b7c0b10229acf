package io.stockroom.operations;

import io.stockroom.invocation.Deadline;
import io.stockroom.operations.Claim.Completed;
import io.stockroom.operations.Claim.Granted;
import io.stockroom.operations.Claim.InProgress;
import io.stockroom.operations.IdempotencyKey.Source;
import io.stockroom.operations.Ledger.Completion;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Recognizes retries of bookings without an idempotency key: an identical body of the same caller, within the configured time after
 * the first one, gets the first one's key.
 *
 * <p>Time is divided into spans as long as the window. In each span one record of the ledger, under the digest of caller and body, contains
 * the key and the time of the first request. A first request within the window before now is in this span or in the one before, so that a
 * retry just after a boundary finds it, too. Whoever finds neither claims both, so that two requests on either side of a boundary
 * can't both be the first.
 */
@ApplicationScoped
class RepeatWindow {

    /** Time to read and write the two records. If it is exceeded, the next request with this body takes them over. */
    private static final Duration LEASE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final String PAYLOAD = "first";

    private final Duration window;
    private final Ledger ledger;
    private final Clock clock;

    RepeatWindow(RepeatConfig config, Ledger ledger, Clock clock) {
        this.window = config.window();
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The first request with a body. */
    private record First(String key, Instant time) {

        static First parse(String text) {
            String[] parts = text.split(" ");
            return new First(parts[0], Instant.ofEpochMilli(Long.parseLong(parts[1])));
        }

        String text() {
            return key + " " + time.toEpochMilli();
        }
    }

    /**
     * Returns the key of a booking without one: a new one, unless it repeats another.
     *
     * @param caller who sends it, in any words
     * @param digest of the body
     * @throws OperationInProgressException if another request with the same body is at this point just now
     */
    String key(long location, String caller, String digest) {
        if (window.isZero()) {
            return UUID.randomUUID().toString();
        }
        Instant now = clock.instant();
        long span = now.toEpochMilli() / window.toMillis();
        String id = HexFormat.of().formatHex(Sha256.digest(caller + "\n" + digest));
        Claim before = claim(location, id, span - 1, now);
        Optional<First> earlier = first(before).filter(first -> first.time().plus(window).isAfter(now));
        if (earlier.isPresent()) {
            return earlier.get().key();
        }
        Claim current = claim(location, id, span, now);
        First first = first(current).orElseGet(() -> new First(UUID.randomUUID().toString(), now));
        record(current, first);
        record(before, first);
        return first.key();
    }

    /**
     * Books under a key of the window. While another request with the same body is being processed, this one waits for its response: a
     * program that sends no key does not know that it has to.
     *
     * @param booking calls {@link #key}, and books
     * @throws OperationInProgressException if the other request is still being processed at the deadline, or if there is no window
     */
    <T> T await(Supplier<T> booking, Deadline deadline) {
        while (true) {
            try {
                return booking.get();
            } catch (OperationInProgressException e) {
                if (window.isZero() || deadline.remaining().compareTo(PAUSE) <= 0) {
                    throw e;
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Claim claim(long location, String id, long span, Instant now) {
        Claim claim = ledger.claim(new IdempotencyKey(location, Source.REPEAT, id + "." + span), PAYLOAD, now.plus(LEASE));
        if (claim instanceof InProgress inProgress) {
            throw new OperationInProgressException(Duration.between(now, inProgress.leaseUntil()));
        }
        return claim;
    }

    private static Optional<First> first(Claim claim) {
        return claim instanceof Completed completed ? Optional.of(First.parse(completed.response())) : Optional.empty();
    }

    private void record(Claim claim, First first) {
        if (claim instanceof Granted granted) {
            ledger.complete(granted, new Completion(first.text(), first.text(), null));
        }
    }
}
