package io.stockroom.docs;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Dev mode with its sandbox: a process of its own, or one that somebody else has started. */
final class DevMode implements AutoCloseable {

    private static final Duration MAX_START = Duration.ofMinutes(5);

    /** Of HTTP/1.1: dev mode fails on an upgrade to HTTP/2 with a request that has no body. */
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI url;
    private final Process process;

    private DevMode(URI url, Process process) {
        this.url = url;
        this.process = process;
    }

    /** Uses a dev mode that is running. */
    static DevMode at(URI url) {
        return new DevMode(url, null);
    }

    /** Starts dev mode on a free port, from the classes that are compiled already, and waits until it responds. */
    static DevMode start(Path checkout) throws IOException, InterruptedException {
        int port = freePort();
        File log = Files.createDirectories(checkout.resolve("target")).resolve("dev-mode.log").toFile();
        ProcessBuilder builder = new ProcessBuilder("./mvnw", "-B", "-ntp", "quarkus:dev", "-Dquarkus.http.port=" + port, "-Ddebug=false",
                "-Dquarkus.console.enabled=false", "-Dquarkus.test.continuous-testing=disabled",
                "-Dmaven.main.skip=true", "-Dmaven.test.skip=true", "-Dformatter.skip=true", "-Dimpsort.skip=true")
                .directory(checkout.toFile()).redirectInput(new File("/dev/null")).redirectErrorStream(true).redirectOutput(log);
        // Commands of the documentation are for the sandbox, never for a real account.
        builder.environment().keySet().removeIf(name -> name.startsWith("ALTEGIO_") || name.startsWith("STOCKROOM_"));
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ProcessTree.end(process.toHandle()), "end-dev-mode"));
        DevMode started = new DevMode(URI.create("http://localhost:" + port), process);
        started.awaitStart(log);
        return started;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitStart(File log) throws IOException, InterruptedException {
        long end = System.nanoTime() + MAX_START.toNanos();
        while (!responds()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("Dev mode did not start: see " + log);
            }
            Thread.sleep(500);
        }
    }

    private boolean responds() throws InterruptedException {
        try {
            return send("GET", "/") == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** Undoes what the commands of earlier pages have changed. */
    void reset() throws IOException, InterruptedException {
        expectSuccess("POST", "/sandbox/reset");
        expectSuccess("DELETE", "/sandbox/queue");
        expectSuccess("DELETE", "/sandbox/faults");
    }

    private void expectSuccess(String method, String path) throws IOException, InterruptedException {
        int status = send(method, path);
        if (status / 100 != 2) {
            throw new IOException(method + " " + url.resolve(path) + " responded with status " + status);
        }
    }

    private int send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(url.resolve(path)).method(method, BodyPublishers.noBody())
                .timeout(Duration.ofSeconds(60)).build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    /** Returns host and port. */
    String address() {
        return url.getAuthority();
    }

    @Override
    public void close() {
        if (process != null) {
            ProcessTree.end(process.toHandle());
        }
    }
}
