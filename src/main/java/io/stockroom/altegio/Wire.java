package io.stockroom.altegio;

import io.smallrye.mutiny.Uni;
import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import io.stockroom.altegio.Limiter.Turn;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** One request and its answer: not while Altegio is known to be down, when it is our turn, and for no longer than its time. */
@ApplicationScoped
class Wire {

    private final Breaker breaker;
    private final Limiter limiter;
    private final Duration timeout;

    Wire(Breaker breaker, Limiter limiter, AltegioConfig config) {
        this.breaker = breaker;
        this.limiter = limiter;
        this.timeout = config.timeout();
    }

    Envelope answer(Supplier<Uni<Envelope>> request, Deadline deadline) {
        breaker.check();
        try (Turn turn = limiter.turn(deadline)) {
            return breaker.call(() -> send(request, deadline));
        }
    }

    private Envelope send(Supplier<Uni<Envelope>> request, Deadline deadline) {
        Duration left = deadline.left();
        if (left.isZero()) {
            throw new TimedOut(true, null);
        }
        boolean cutShort = left.compareTo(timeout) < 0;
        long began = System.nanoTime();
        Envelope envelope;
        try {
            envelope = request.get().await().atMost(cutShort ? left : timeout);
        } catch (RuntimeException e) {
            throw noted(Failures.from(e), cutShort, deadline.calls());
        } finally {
            deadline.calls().add(Duration.ofNanos(System.nanoTime() - began));
        }
        if (envelope == null) {
            throw new AltegioFailure.Unreadable("it is empty");
        }
        if (envelope.failed()) {
            throw Failures.refused(envelope);
        }
        return envelope;
    }

    private AltegioFailure noted(AltegioFailure failure, boolean cutShort, Calls calls) {
        if (failure instanceof Limited limited) {
            calls.addLimited();
            limiter.hold(limited.retryAfter());
        }
        return failure instanceof TimedOut late && cutShort ? late.cutShort() : failure;
    }
}
