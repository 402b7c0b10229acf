package io.stockroom.altegio;

import io.smallrye.mutiny.Uni;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.UpstreamCalls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/** Sends one request through circuit breaker, rate limiter and timeout. */
@ApplicationScoped
class AltegioTransport {

    private final AltegioCircuitBreaker circuitBreaker;
    private final RateLimiter rateLimiter;
    private final Duration timeout;

    AltegioTransport(AltegioCircuitBreaker circuitBreaker, RateLimiter rateLimiter, AltegioConfig config) {
        this.circuitBreaker = circuitBreaker;
        this.rateLimiter = rateLimiter;
        this.timeout = config.timeout();
    }

    Envelope send(Supplier<Uni<Envelope>> request, CallContext context) {
        circuitBreaker.check();
        try (RateLimiter.Permit permit = rateLimiter.acquire(context.deadline())) {
            return circuitBreaker.call(() -> sendWithTimeout(request, context));
        }
    }

    private Envelope sendWithTimeout(Supplier<Uni<Envelope>> request, CallContext context) {
        Duration remaining = context.remaining();
        if (remaining.isZero()) {
            throw new TimedOutException(true, null);
        }
        boolean cutShort = remaining.compareTo(timeout) < 0;
        long start = System.nanoTime();
        Envelope envelope;
        try {
            envelope = request.get().await().atMost(cutShort ? remaining : timeout);
        } catch (RuntimeException e) {
            throw recorded(AltegioExceptionMapper.from(e), cutShort, context.calls());
        } finally {
            context.calls().add(Duration.ofNanos(System.nanoTime() - start));
        }
        if (envelope == null) {
            throw new InvalidResponseException("empty body");
        }
        if (envelope.failed()) {
            throw AltegioExceptionMapper.rejected(envelope);
        }
        return envelope;
    }

    private AltegioException recorded(AltegioException failure, boolean cutShort, UpstreamCalls calls) {
        if (failure instanceof RateLimitedException limited) {
            calls.addLimited();
            rateLimiter.pauseFor(limited.retryAfter());
        }
        return failure instanceof TimedOutException timedOut && cutShort ? timedOut.cutShort() : failure;
    }
}
