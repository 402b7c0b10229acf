package io.stockroom.operations;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;
import java.time.Duration;

/** The ledger can't be reached. Without it nothing is sent. */
final class LedgerUnavailable extends ProblemException {

    private static final Duration SOON = Duration.ofSeconds(5);

    LedgerUnavailable(Throwable cause) {
        super(Problem.of(503, "ledger-unavailable", "The ledger is not available",
                "The operation was not sent, because the ledger that keeps it from being booked twice can't be reached")
                .retryAfter(SOON), cause);
    }
}
