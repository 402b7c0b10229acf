package io.stockroom.altegio;

import io.smallrye.mutiny.Uni;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.invocation.CallContext;
import io.stockroom.invocation.UpstreamCalls;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private final RelayedReader relayedReader;
    private final Clock clock;
    private final Duration timeout;

    AltegioTransport(AltegioCircuitBreaker circuitBreaker, RateLimiter rateLimiter, ResponseReader reader,
            RelayedReader relayedReader, Clock clock, AltegioConfig config) {
        this.circuitBreaker = circuitBreaker;
        this.rateLimiter = rateLimiter;
        this.reader = reader;
        this.relayedReader = relayedReader;
        this.clock = clock;
        this.timeout = config.timeout();
    }

    Envelope send(Supplier<Uni<RestResponse<byte[]>>> request, Credentials credentials, CallContext context) {
        return send(request, response -> read(response, credentials), credentials, context);
    }

    /** Sends a request whose response is passed on as it is. */
    Relayed relay(Supplier<Uni<RestResponse<byte[]>>> request, Credentials credentials, CallContext context) {
        return send(request, response -> {
            throwIfFailed(response, credentials);
            return relayed(response, credentials);
        }, credentials, context);
    }

    /** Sends a booking, whose response is read and may also be passed on as it is. */
    BookingResponse book(Supplier<Uni<RestResponse<byte[]>>> request, Credentials credentials, CallContext context) {
        return send(request, response -> new BookingResponse(read(response, credentials).object(), relayed(response, credentials)),
                credentials, context);
    }

    /** Sends a request for a user's permissions, whose response also tells Altegio's time. */
    UserPermissions permissions(Supplier<Uni<RestResponse<byte[]>>> request, Credentials credentials, CallContext context) {
        return send(request, response -> UserPermissions.of(read(response, credentials), response.header(HttpHeaders.DATE)), credentials,
                context);
    }

    /** Sends a login, whose response contains the token to use: it is read, but never passed on. */
    Envelope logIn(Supplier<Uni<RestResponse<byte[]>>> request, Credentials credentials, CallContext context) {
        return send(request, response -> throwIfFailed(response, credentials), credentials, context);
    }

    private <T> T send(Supplier<Uni<RestResponse<byte[]>>> request, Function<RawResponse, T> reading, Credentials credentials,
            CallContext context) {
        circuitBreaker.check();
        try (RateLimiter.Permit permit = rateLimiter.acquire(context.deadline())) {
            return circuitBreaker.call(() -> reading.apply(sendWithTimeout(request, credentials, context)));
        }
    }

    /** Returns a response with a status of success. */
    private RawResponse sendWithTimeout(Supplier<Uni<RestResponse<byte[]>>> request, Credentials credentials, CallContext context) {
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
            context.calls().add(start);
        }
        if (!response.isSuccess()) {
            Envelope envelope = failure(response, credentials);
            throw recorded(refused(AltegioExceptionMapper.from(response, envelope, clock.instant()), envelope, response, credentials),
                    cutShort, context.calls());
        }
        return response;
    }

    private Envelope read(RawResponse response, Credentials credentials) {
        return throwIfFailed(response, credentials).mapped(credentials::maskedInData);
    }

    /** Returns the envelope of a response with a status of success, with everything that Altegio quotes. */
    private Envelope throwIfFailed(RawResponse response, Credentials credentials) {
        Envelope envelope = reader.read(response);
        if (envelope.failed()) {
            Envelope masked = envelope.mapped(credentials::maskedInFailure);
            throw refused(AltegioExceptionMapper.from(masked), masked, response, credentials);
        }
        return envelope;
    }

    private Relayed relayed(RawResponse response, Credentials credentials) {
        return relayedReader.read(response, credentials::maskedInData);
    }

    /** Adds the response to a refusal, unless it is not Altegio's own. */
    private AltegioException refused(AltegioException failure, Envelope envelope, RawResponse response,
            Credentials credentials) {
        return failure.isRefusal() && envelope.isAltegios()
                ? failure.refusedBy(relayedReader.read(response, credentials::maskedInFailure)) : failure;
    }

    /** Returns the envelope of a response with an error status; the status alone decides if there is none. */
    private Envelope failure(RawResponse response, Credentials credentials) {
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
