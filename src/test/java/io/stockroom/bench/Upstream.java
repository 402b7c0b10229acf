package io.stockroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.stockroom.local.sandbox.PrecomputedResponses;
import io.stockroom.runtime.LocalAuthority;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Imitates Altegio in this process, over HTTP or HTTPS, fast enough not to affect the results. Requires Altegio's headers. */
final class Upstream implements AutoCloseable {

    static final String AUTHORIZATION = "Bearer bench-partner, User bench-user";
    static final String ACCEPT = "application/vnd.api.v2+json";

    private static final byte[] UNAUTHORIZED = "{\"success\":false,\"data\":null,\"meta\":[]}".getBytes(UTF_8);

    static {
        // Without it, Nagle's algorithm and delayed acknowledgements add 40 ms to a request on older JDKs.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final String scheme;
    private final PrecomputedResponses responses;
    private final ConcurrentLinkedQueue<Long> arrivals = new ConcurrentLinkedQueue<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "upstream");
        thread.setDaemon(true);
        return thread;
    });

    private Upstream(HttpServer server, String scheme, PrecomputedResponses responses) {
        this.server = server;
        this.scheme = scheme;
        this.responses = responses;
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    static Upstream plain(PrecomputedResponses responses) {
        try {
            return new Upstream(HttpServer.create(address(), 0), "http", responses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Upstream secured(PrecomputedResponses responses, LocalAuthority authority) {
        try {
            HttpsServer server = HttpsServer.create(address(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(Tls.server(authority)));
            return new Upstream(server, "https", responses);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Returns the base URL, as in {@code ALTEGIO_URL}. */
    String url() {
        return scheme + "://localhost:" + server.getAddress().getPort() + "/api/v1";
    }

    /** Returns {@code HTTP} or {@code HTTPS}. */
    String protocol() {
        return scheme.toUpperCase();
    }

    /** Returns the number of requests. */
    int calls() {
        return arrivals.size();
    }

    /** Returns the maximum number of requests within any second. */
    int maxPerSecond() {
        long[] times = arrivals.stream().mapToLong(Long::longValue).sorted().toArray();
        int max = 0;
        for (int first = 0, next = 0; next < times.length; next++) {
            while (times[next] - times[first] >= 1_000_000_000L) {
                first++;
            }
            max = Math.max(max, next - first + 1);
        }
        return max;
    }

    private void handle(HttpExchange httpExchange) throws IOException {
        arrivals.add(System.nanoTime());
        try (httpExchange) {
            boolean authorized = AUTHORIZATION.equals(httpExchange.getRequestHeaders().getFirst("Authorization"))
                    && ACCEPT.equals(httpExchange.getRequestHeaders().getFirst("Accept"));
            byte[] body = authorized ? body(httpExchange.getRequestURI()) : UNAUTHORIZED;
            httpExchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
            httpExchange.sendResponseHeaders(authorized ? 200 : 401, body.length);
            httpExchange.getResponseBody().write(body);
        }
    }

    private byte[] body(URI request) {
        if (request.getPath().contains("/goods/")) {
            return responses.goods(query(request));
        }
        return request.getPath().contains("/transactions/") ? responses.transactions(query(request)) : responses.storages();
    }

    private static Map<String, String> query(URI request) {
        Stream<String> pairs = Stream.ofNullable(request.getRawQuery()).flatMap(query -> Stream.of(query.split("&")));
        return pairs.map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], UTF_8)));
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
