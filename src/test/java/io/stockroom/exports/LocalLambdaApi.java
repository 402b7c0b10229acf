package io.stockroom.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import io.stockroom.aws.SignatureCheck;
import io.stockroom.runtime.LocalHttpServer;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Imitates the API of Lambda in this process: it accepts asynchronous invocations, and leaves them to the test. */
public final class LocalLambdaApi implements AutoCloseable {

    private static final SignatureCheck SIGNATURES = new SignatureCheck("lambda");
    private static final Pattern INVOCATION = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<StartedInvocation> invocations = new LinkedBlockingQueue<>();
    private final Queue<Integer> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile boolean isDenied;
    private final LocalHttpServer server = LocalHttpServer.start("lambda-api", this::handle);

    private LocalLambdaApi() {
    }

    public static LocalLambdaApi start() {
        return new LocalLambdaApi();
    }

    /** Returns the URL, as in {@code STOCKROOM_EXPORTS_LAMBDA_URL}. */
    public URI url() {
        return server.url();
    }

    /** Returns the invocations that nobody took yet, in the order in which they were requested. */
    public BlockingQueue<StartedInvocation> invocations() {
        return invocations;
    }

    /** Returns the number of requests, those that failed among them. */
    public int requests() {
        return requests.get();
    }

    /** Responds as if the role had no right to invoke the function. */
    public LocalLambdaApi deny() {
        isDenied = true;
        return this;
    }

    /** Responds to the next requests with an error of the service. */
    public LocalLambdaApi failNext(int requests, int status) {
        for (int request = 0; request < requests; request++) {
            failures.add(status);
        }
        return this;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            requests.incrementAndGet();
            byte[] body = exchange.getRequestBody().readAllBytes();
            Matcher path = INVOCATION.matcher(exchange.getRequestURI().getRawPath());
            Integer failure = failures.poll();
            if (failure != null) {
                error(exchange, failure, failure == 429 ? "TooManyRequestsException" : "ServiceException");
            } else if (!SIGNATURES.isSigned(exchange, SignatureCheck.hash(body))) {
                error(exchange, 403, "InvalidSignatureException");
            } else if (!exchange.getRequestMethod().equals("POST") || !path.matches()) {
                error(exchange, 404, "UnknownOperationException");
            } else if (isDenied) {
                error(exchange, 403, "AccessDeniedException");
            } else if (!"Event".equals(exchange.getRequestHeaders().getFirst("X-Amz-Invocation-Type"))) {
                error(exchange, 400, "InvalidParameterValueException");
            } else {
                invocations.add(new StartedInvocation(URLDecoder.decode(path.group(1), UTF_8), JSON.readTree(body)));
                exchange.sendResponseHeaders(202, -1);
            }
        }
    }

    private static void error(HttpExchange exchange, int status, String type) throws IOException {
        byte[] body = "{\"Message\":\"User: arn:aws:sts::123456789012:assumed-role/canary-role is not authorized\"}".getBytes(UTF_8);
        exchange.getResponseHeaders().set("x-amzn-ErrorType", type + ":http://internal.amazon.com/coral/com.amazonaws/");
        LocalHttpServer.send(exchange, status, "application/json", body);
    }

    @Override
    public void close() {
        server.close();
    }
}
