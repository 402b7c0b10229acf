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

/** The sandbox on a free port of its own, without Quarkus: for tests and measurements. */
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

    /** Starts a sandbox on the system's clock. It answers when this returns. */
    public static SandboxServer start(SandboxRate rate) {
        return start(new Sandbox(Clock.systemUTC(), rate));
    }

    public static SandboxServer start(Sandbox sandbox) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1)
                .setFileSystemOptions(new FileSystemOptions().setFileCachingEnabled(false)));
        Router router = Router.router(vertx);
        router.route(SandboxApi.MOUNT).subRouter(new SandboxApi(sandbox).router(vertx));
        // Over HTTP/1.1 only: a dropped connection then concerns one request.
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

    /** The base URL of the API, as in {@code altegio.url}. */
    public String url() {
        return root() + SandboxApi.BASE;
    }

    /** Where the controls are: {@code /log}, {@code /reset} and {@code /faults} below it. */
    public String root() {
        return "http://localhost:" + server.actualPort() + "/sandbox";
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** Closes the connections that there are, as a server does with those that have been idle for long; says how many. */
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
