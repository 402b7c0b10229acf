package io.stockroom.operations;

import io.stockroom.operations.Claim.Granted;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;

/** Claims a key and releases it, as each operation does. */
@ApplicationScoped
public class LedgerCheck {

    private static final Duration LEASE = Duration.ofSeconds(10);
    /** No location has this id. */
    private static final long NO_LOCATION = 0;

    private final Ledger ledger;
    private final Clock clock;

    LedgerCheck(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Leaves nothing behind. Throws {@link LedgerUnavailableException} if the ledger cannot be reached, or may not be written. */
    public void run() {
        String key = "setup-check-" + UUID.randomUUID();
        if (ledger.claim(new IdempotencyKey(NO_LOCATION, key), "", clock.instant().plus(LEASE)) instanceof Granted claim) {
            ledger.release(claim);
        }
    }
}
