package io.stockroom.runtime;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** The HTTP server of an imitated service, on a free local port. */
public final class LocalHttpServer implements AutoCloseable {

    static {
        // Without it, Nagle's algorithm and delayed acknowledgements add 40 ms to a request on older JDKs.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final HttpServer server;
    private final String scheme;
    private final ExecutorService threads;

    private LocalHttpServer(HttpServer server, String scheme, String name, HttpHandler handler) {
        this.server = server;
        this.scheme = scheme;
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
        server.createContext("/", handler);
        server.setExecutor(threads);
        server.start();
    }

    /** @param name of the threads */
    public static LocalHttpServer start(String name, HttpHandler handler) {
        try {
            return new LocalHttpServer(HttpServer.create(anyPort(), 0), "http", name, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it with HTTPS. */
    public static LocalHttpServer secured(SSLContext tls, String name, HttpHandler handler) {
        try {
            HttpsServer server = HttpsServer.create(anyPort(), 0);
            server.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new LocalHttpServer(server, "https", name, handler);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Returns the URL without a path. */
    public URI url() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    /** Returns the address and the port. */
    String address() {
        return server.getAddress().getAddress().getHostAddress() + ":" + server.getAddress().getPort();
    }

    /** Responds with a body, which may be empty. */
    public static void send(HttpExchange exchange, int status, String contentType, byte[] body) throws IOException {
        if (contentType != null) {
            exchange.getResponseHeaders().set("Content-Type", contentType);
        }
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            try (OutputStream response = exchange.getResponseBody()) {
                response.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
