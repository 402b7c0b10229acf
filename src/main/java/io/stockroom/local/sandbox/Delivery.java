package io.stockroom.local.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;

/** Brings one answer to the caller, or fails to in the way that a fault asks for. */
record Delivery(RoutingContext context, SandboxTokens tokens) {

    /** So many pieces make a trickle. */
    private static final int DRIPS = 20;

    /** {@code work} carries the request out: some faults never do, some at another time. */
    void deliver(SandboxFault fault, Supplier<Answer> work) {
        switch (fault.kind()) {
            case REFUSE -> send(Answer.failure(400, fault.message()));
            case FORBID -> send(Answer.failure(403, "Access denied"));
            case NOT_FOUND -> send(Answer.notFound());
            case SUCCESS_FALSE -> send(Answer.failure(200, fault.message()));
            case EXPIRED_TOKEN -> expire();
            case SECOND_FACTOR -> send(Call.secondFactor());
            case TOO_MANY_REQUESTS -> send(Answer.tooMany(1).retryAfter(1));
            case TOO_MANY_REQUESTS_WITHOUT_HEADER -> send(Answer.tooMany(1));
            case ERROR_500 -> send(Answer.failure(500, "Internal server error"));
            case ERROR_500_AFTER_COMMIT -> {
                work.get();
                send(Answer.failure(500, "Internal server error"));
            }
            case ERROR_503 -> send(Answer.html(503, "Service unavailable"));
            case HTML -> send(Answer.html(200, "Under maintenance"));
            case GARBAGE -> send(Answer.garbage());
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

    void send(Answer answer) {
        // The caller may have left while the answer was delayed.
        if (!context.response().closed()) {
            head(answer).end(answer.text());
        }
    }

    private void expire() {
        tokens.expire();
        send(Answer.unauthorized("Authentication needed."));
    }

    private void truncate(Answer answer) {
        Buffer body = Buffer.buffer(answer.text());
        head(answer).putHeader("Content-Length", Integer.toString(body.length()));
        context.response().write(body.slice(0, body.length() / 2)).onComplete(written -> drop());
    }

    private void drip(Answer answer, Duration delay) {
        byte[] body = answer.text().getBytes(StandardCharsets.UTF_8);
        head(answer).putHeader("Content-Length", Integer.toString(body.length));
        drip(Buffer.buffer(body), Math.max(1, body.length / DRIPS), delay.dividedBy(DRIPS));
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

    private void after(Duration delay, Runnable then) {
        context.vertx().setTimer(Math.max(1, delay.toMillis()), timer -> then.run());
    }

    private HttpServerResponse head(Answer answer) {
        HttpServerResponse response = context.response().setStatusCode(answer.status())
                .putHeader("Content-Type", answer.contentType());
        answer.headers().forEach(response::putHeader);
        return response;
    }
}
