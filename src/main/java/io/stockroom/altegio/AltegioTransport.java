package io.stockroom.altegio;

import io.smallrye.mutiny.Uni;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.UpstreamCalls;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Sends one request through circuit breaker, rate limiter and timeout, and reads its response. Credentials that Altegio quotes are
 * masked here, so that nothing else sees them.
 */
@ApplicationScoped
class AltegioTransport {

    private final AltegioCircuitBreaker circuitBreaker;
    private final RateLimiter rateLimiter;
    private final ResponseReader reader;
    private final Credentials credentials;
    private final Clock clock;
    private final Duration timeout;

    AltegioTransport(AltegioCircuitBreaker circuitBreaker, RateLimiter rateLimiter, ResponseReader reader, Credentials credentials,
            Clock clock, AltegioConfig config) {
        this.circuitBreaker = circuitBreaker;
        this.rateLimiter = rateLimiter;
        this.reader = reader;
        this.credentials = credentials;
        this.clock = clock;
        this.timeout = config.timeout();
    }

    Envelope send(Supplier<Uni<RestResponse<byte[]>>> request, CallContext context) {
        return send(request, credentials::maskedInData, context);
    }

    /** Sends a login, whose response contains the token to use: it is read, but never passed on. */
    Envelope logIn(Supplier<Uni<RestResponse<byte[]>>> request, CallContext context) {
        return send(request, UnaryOperator.identity(), context);
    }

    private Envelope send(Supplier<Uni<RestResponse<byte[]>>> request, UnaryOperator<String> mask, CallContext context) {
        circuitBreaker.check();
        try (RateLimiter.Permit permit = rateLimiter.acquire(context.deadline())) {
            return circuitBreaker.call(() -> sendWithTimeout(request, mask, context));
        }
    }

    private Envelope sendWithTimeout(Supplier<Uni<RestResponse<byte[]>>> request, UnaryOperator<String> mask, CallContext context) {
        Duration remaining = context.remaining();
        if (remaining.isZero()) {
            throw new TimedOutException(true, null);
        }
        boolean cutShort = remaining.compareTo(timeout) < 0;
        long start = System.nanoTime();
        RawResponse response;
        try {
            response = RawResponse.of(request.get().await().atMost(cutShort ? remaining : timeout));
        } catch (ErrorStatusException e) {
            response = e.response();
        } catch (RuntimeException e) {
            throw recorded(AltegioExceptionMapper.from(e), cutShort, context.calls());
        } finally {
            context.calls().add(Duration.ofNanos(System.nanoTime() - start));
        }
        if (!response.isSuccess()) {
            throw recorded(AltegioExceptionMapper.from(response, failure(response), clock.instant()), cutShort, context.calls());
        }
        Envelope envelope = reader.read(response);
        if (envelope.failed()) {
            throw AltegioExceptionMapper.from(envelope.mapped(credentials::maskedInFailure));
        }
        return envelope.mapped(mask);
    }

    /** Returns the envelope of a response with an error status; the status alone decides if there is none. */
    private Envelope failure(RawResponse response) {
        try {
            return reader.read(response).mapped(credentials::maskedInFailure);
        } catch (InvalidResponseException notAnEnvelope) {
            return Envelope.EMPTY;
        }
    }

    private AltegioException recorded(AltegioException failure, boolean cutShort, UpstreamCalls calls) {
        if (failure instanceof RateLimitedException limited) {
            calls.addLimited();
            rateLimiter.pauseFor(limited.retryAfter());
        }
        return failure instanceof TimedOutException timedOut && cutShort ? timedOut.cutShort() : failure;
    }
}
