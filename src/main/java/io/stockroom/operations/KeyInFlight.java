package io.stockroom.operations;

import io.stockroom.http.Problem;
import io.stockroom.http.ProblemException;
import java.time.Duration;

/** Somebody is at work on the same operation. */
final class KeyInFlight extends ProblemException {

    private static final Duration SHORTEST_WAIT = Duration.ofSeconds(1);

    KeyInFlight(Duration leaseLeft) {
        super(Problem.of(409, "key-in-flight", "The operation is being worked on",
                "A request with the same Idempotency-Key is not answered yet")
                .retryAfter(leaseLeft.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : leaseLeft), null);
    }
}
