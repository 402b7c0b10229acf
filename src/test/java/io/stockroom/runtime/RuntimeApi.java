package io.stockroom.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Lambda Runtime API of one execution environment, on a free local port: delivers one invocation at a time and accepts the
 * runtime's response. See https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html.
 */
public final class RuntimeApi implements AutoCloseable {

    /** The maximum response size of Lambda, in bytes. */
    public static final int MAX_PAYLOAD = 6_291_556;

    private static final String ROOT = "/2018-06-01/runtime/";
    private static final Pattern OUTCOME = Pattern.compile("POST " + ROOT + "invocation/([^/]+)/(response|error)");

    private final String functionName;
    private final Invocations invocations = new Invocations();
    private final CompletableFuture<Long> firstPoll = new CompletableFuture<>();
    private final List<String> initErrors = new CopyOnWriteArrayList<>();
    private final List<String> functionErrors = new CopyOnWriteArrayList<>();
    private final LocalHttpServer server;

    public RuntimeApi(String functionName) {
        this.functionName = functionName;
        server = LocalHttpServer.start("runtime-api", this::handle);
    }

    /** Returns host and port, the value of {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return server.address();
    }

    /** Returns a future that completes at the first poll, with its {@link System#nanoTime}, or exceptionally if the start fails. */
    public CompletableFuture<Long> firstPoll() {
        return firstPoll;
    }

    /** Returns the error objects that the runtime reported for its initialization. */
    public List<String> initErrors() {
        return List.copyOf(initErrors);
    }

    /** Returns the error objects that the runtime reported for invocations. */
    public List<String> functionErrors() {
        return List.copyOf(functionErrors);
    }

    /**
     * Delivers an event to the next poll. If the environment has ended, the returned future is complete, with the error it ended with.
     *
     * @throws IllegalStateException if an earlier invocation is still in progress
     */
    public CompletableFuture<RuntimeResponse> submit(String event, Duration timeout) {
        return invocations.submit(event, timeout);
    }

    /** Ends the environment: completes the current and all later invocations with the error. If called again, the first error remains. */
    public void end(String error, String message) {
        invocations.end(error, id -> Json.error(error, "RequestId: " + id + " Error: " + message));
        firstPoll.completeExceptionally(new IllegalStateException(message));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String route = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
            Matcher outcome = OUTCOME.matcher(route);
            if (route.equals("GET " + ROOT + "invocation/next")) {
                next(exchange);
            } else if (route.equals("POST " + ROOT + "init/error")) {
                initError(exchange);
            } else if (outcome.matches()) {
                outcome(exchange, invocations.find(outcome.group(1)), outcome.group(2).equals("error"));
            } else {
                respond(exchange, 404, Json.error("NotFound", "No such route: " + route));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void next(HttpExchange exchange) throws IOException, InterruptedException {
        firstPoll.complete(System.nanoTime());
        if (invocations.isBusy()) {
            respond(exchange, 403, Json.error("InvalidStateTransition", "The previous invocation is still in progress"));
        } else {
            Invocation invocation = invocations.take();
            exchange.getResponseHeaders().putAll(invocation.headers(functionName));
            respond(exchange, 200, invocation.event());
        }
    }

    private void initError(HttpExchange exchange) throws IOException {
        String error = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        initErrors.add(error);
        invocations.end(Json.errorType(error, "Runtime.Unknown"), id -> error);
        firstPoll.completeExceptionally(new IllegalStateException(error));
        accept(exchange);
    }

    private void outcome(HttpExchange exchange, Invocation invocation, boolean failed) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        String payload = new String(body, UTF_8);
        if (invocation == null) {
            respond(exchange, 400, Json.error("InvalidRequestID", "Invalid request ID"));
        } else if (body.length > MAX_PAYLOAD) {
            String excess = "exceeded maximum allowed payload size (" + MAX_PAYLOAD + " bytes).";
            String error = "Function.ResponseSizeTooLarge";
            invocations.finish(invocation, Json.error(error, "Response payload size " + excess), error);
            respond(exchange, 413, Json.error("RequestEntityTooLarge", "Payload size " + excess));
        } else if (failed) {
            functionErrors.add(payload);
            invocations.finish(invocation, payload, Json.errorType(payload, "Runtime.Unknown"));
            accept(exchange);
        } else {
            invocations.finish(invocation, payload, null);
            accept(exchange);
        }
    }

    private static void accept(HttpExchange exchange) throws IOException {
        respond(exchange, 202, "{\"status\":\"OK\"}");
    }

    private static void respond(HttpExchange exchange, int status, String json) throws IOException {
        LocalHttpServer.send(exchange, status, "application/json", json.getBytes(UTF_8));
    }

    @Override
    public void close() {
        server.close();
    }
}
