package io.stockroom.local.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Runs the sandbox on a free port, without Quarkus: for tests and benchmarks. */
public final class SandboxServer implements AutoCloseable {

    private final Vertx vertx;
    private final HttpServer server;
    private final Sandbox sandbox;
    private final Set<HttpConnection> connections;

    private SandboxServer(Vertx vertx, HttpServer server, Sandbox sandbox, Set<HttpConnection> connections) {
        this.vertx = vertx;
        this.server = server;
        this.sandbox = sandbox;
        this.connections = connections;
    }

    /** Starts a sandbox with the system clock. It accepts requests when this method returns. */
    public static SandboxServer start(SandboxRate rate) {
        return start(new Sandbox(Clock.systemUTC(), rate));
    }

    public static SandboxServer start(Sandbox sandbox) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
        Router router = Router.router(vertx);
        router.route(SandboxApi.MOUNT).subRouter(new SandboxApi(sandbox).router(vertx));
        // HTTP/1.1 only, so that a dropped connection affects a single request.
        Set<HttpConnection> connections = ConcurrentHashMap.newKeySet();
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(router)
                .connectionHandler(connection -> {
                    connections.add(connection);
                    connection.closeHandler(closed -> connections.remove(connection));
                })
                .listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
        return new SandboxServer(vertx, server, sandbox, connections);
    }

    /** Returns the base URL of the API, as configured in {@code altegio.url}. */
    public String url() {
        return root() + SandboxApi.BASE;
    }

    /** Returns the root of the control routes {@code /log}, {@code /reset} and {@code /faults}. */
    public String root() {
        return "http://localhost:" + server.actualPort() + "/sandbox";
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** Closes all open connections, as a server does with idle ones, and returns their number. */
    public int dropConnections() {
        List<HttpConnection> open = List.copyOf(connections);
        open.forEach(connection -> connection.close().toCompletionStage().toCompletableFuture().join());
        return open.size();
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
