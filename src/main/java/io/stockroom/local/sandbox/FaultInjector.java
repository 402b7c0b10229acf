package io.stockroom.local.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Sends one response, or fails as an injected fault specifies. */
record FaultInjector(RoutingContext context, SandboxTokens tokens, SandboxLanguage language) {

    /** The number of pieces of a response with the fault slow-drip. */
    private static final int DRIP_PIECES = 20;

    /**
     * Applies a fault.
     *
     * @param work executes the request; some faults skip it or delay it
     * @param part executes the first lines of an operation, as many as it is given
     */
    void inject(SandboxFault fault, Supplier<SandboxResponse> work, IntFunction<SandboxResponse> part) {
        switch (fault.kind()) {
            case REFUSE -> send(SandboxResponse.rejection(fault));
            case FORBID -> send(SandboxResponse.failure(403, "Access denied"));
            case NOT_FOUND -> send(SandboxResponse.notFound());
            case SUCCESS_FALSE -> send(SandboxResponse.failure(200, fault.message()));
            case EXPIRED_TOKEN -> expire();
            case SECOND_FACTOR -> send(SandboxRequest.secondFactor());
            case TOO_MANY_REQUESTS -> send(SandboxResponse.tooManyRequests(1).retryAfter(1));
            case TOO_MANY_REQUESTS_WITHOUT_HEADER -> send(SandboxResponse.tooManyRequests(1));
            case ERROR_500 -> send(SandboxResponse.failure(500, "Internal server error"));
            case ERROR_500_AFTER_COMMIT -> {
                work.get();
                send(SandboxResponse.failure(500, "Internal server error"));
            }
            case REJECTED_AFTER_COMMIT -> {
                work.get();
                send(SandboxResponse.rejection(fault));
            }
            case PARTIAL_COMMIT -> {
                part.apply(fault.lines());
                send(SandboxResponse.rejection(fault));
            }
            case PROXY_ERROR -> send(SandboxResponse.html(fault.status(), "Rejected by a proxy"));
            case PROXY_ERROR_AFTER_COMMIT -> {
                work.get();
                send(SandboxResponse.html(fault.status(), "Rejected by a proxy"));
            }
            case GATEWAY_ERROR -> send(SandboxResponse.ofGateway(fault.status()));
            case GATEWAY_ERROR_AFTER_COMMIT -> {
                work.get();
                send(SandboxResponse.ofGateway(fault.status()));
            }
            case ERROR_503 -> send(SandboxResponse.html(503, "Service unavailable"));
            case HTML -> send(SandboxResponse.html(200, "Under maintenance"));
            case GARBAGE -> send(SandboxResponse.garbage());
            case TRUNCATED -> truncate(work.get());
            case SLOW_DRIP -> drip(work.get(), fault.delay());
            case DELAY -> after(fault.delay(), () -> send(work.get()));
            case HANG -> after(fault.delay(), this::drop);
            case DROP_BEFORE_COMMIT -> drop();
            case DROP_AFTER_COMMIT -> {
                work.get();
                drop();
            }
            case LATE_COMMIT -> {
                drop();
                after(fault.delay(), work::get);
            }
        }
    }

    void send(SandboxResponse response) {
        // The caller may have closed the connection during the delay.
        if (!context.response().closed()) {
            head(response).end(language.translated(response).text());
        }
    }

    private void expire() {
        tokens.expire();
        send(SandboxResponse.unauthorized("Authentication needed."));
    }

    private void truncate(SandboxResponse response) {
        Buffer body = Buffer.buffer(response.text());
        head(response).putHeader("Content-Length", Integer.toString(body.length()));
        context.response().write(body.slice(0, body.length() / 2)).onComplete(written -> drop());
    }

    private void drip(SandboxResponse response, Duration delay) {
        byte[] body = response.text().getBytes(StandardCharsets.UTF_8);
        head(response).putHeader("Content-Length", Integer.toString(body.length));
        drip(Buffer.buffer(body), Math.max(1, body.length / DRIP_PIECES), delay.dividedBy(DRIP_PIECES));
    }

    private void drip(Buffer rest, int piece, Duration pause) {
        HttpServerResponse response = context.response();
        if (response.closed()) {
            return;
        }
        if (rest.length() <= piece) {
            response.end(rest);
            return;
        }
        response.write(rest.slice(0, piece));
        after(pause, () -> drip(rest.slice(piece, rest.length()), piece, pause));
    }

    private void drop() {
        context.request().connection().close();
    }

    private void after(Duration delay, Runnable task) {
        context.vertx().setTimer(Math.max(1, delay.toMillis()), timer -> task.run());
    }

    private HttpServerResponse head(SandboxResponse response) {
        HttpServerResponse http = context.response().setStatusCode(response.status())
                .putHeader("Content-Type", response.contentType());
        response.headers().forEach(http::putHeader);
        return http;
    }
}
