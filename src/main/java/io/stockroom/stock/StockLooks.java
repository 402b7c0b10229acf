package io.stockroom.stock;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Lets one look at a good follow the other, across all instances: a look has a lease on the good until everything that it found is
 * announced, so that {@code as_of} only grows and no older look is announced after a newer one.
 */
@ApplicationScoped
class StockLooks {

    /** The clocks of the queue and of an instance differ by less. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(1);
    private static final int MAX_ATTEMPTS = 3;

    private final StockRecords records;
    private final Duration window;
    private final Clock clock;

    StockLooks(StockRecords records, StockConfig config, Clock clock) {
        this.records = records;
        this.window = config.window();
        this.clock = clock;
    }

    /** Whether a look may begin. */
    enum Permission {
        GRANTED,
        /** A look that began after what has happened has been announced. */
        COVERED,
        /** Another look has not ended, or ended within the window. */
        BUSY
    }

    /**
     * A look that may begin, or may not.
     *
     * @param before what was known before it began
     * @param began  the record of the look; null unless it is granted
     */
    record Look(GoodKey good, Permission permission, StockRecord before, StockRecord began) {

        Instant asOf() {
            return began.asOf();
        }
    }

    /**
     * Begins a look.
     *
     * @param happened   a time after the newest change that is to be announced
     * @param leaseUntil when the look has definitely ended
     */
    Look begin(GoodKey good, Instant happened, Instant leaseUntil) {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            StockRecord seen = records.read(good);
            if (covers(seen, happened)) {
                return new Look(good, Permission.COVERED, seen, null);
            }
            if (seen.leasedUntil().isAfter(now) || seen.looked().plus(window).isAfter(now)) {
                return new Look(good, Permission.BUSY, seen, null);
            }
            // The order of the looks is that of these writes, even if the clocks of two instances differ.
            StockRecord began = seen.leased(now.isAfter(seen.asOf()) ? now : seen.asOf().plusMillis(1), leaseUntil);
            if (records.replace(good, seen, began)) {
                return new Look(good, Permission.GRANTED, seen, began);
            }
        }
        return new Look(good, Permission.BUSY, StockRecord.NONE, null);
    }

    /** Returns whether a look that has ended began after something had happened. */
    static boolean covers(StockRecord seen, Instant happened) {
        return seen.looked().isAfter(happened.plus(CLOCK_TOLERANCE));
    }

    /** Ends a look after everything was announced. */
    void end(Look look, String announced) {
        records.replace(look.good(), look.began(), look.began().ended(announced));
    }

    /** Ends a look before anything was announced: what was announced last is still the same. */
    void abandon(Look look) {
        records.replace(look.good(), look.began(), look.began().failed(look.before().announced()));
    }

    /** Ends a look whose event may have been announced, or not. */
    void endUncertain(Look look) {
        records.replace(look.good(), look.began(), look.began().failed(""));
    }
}
