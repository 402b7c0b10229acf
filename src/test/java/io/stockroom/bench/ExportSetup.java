package io.stockroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.exports.LocalLambdaApi;
import io.stockroom.exports.LocalS3;
import io.stockroom.exports.StartedInvocation;
import io.stockroom.local.sandbox.Location;
import io.stockroom.local.sandbox.Movement;
import io.stockroom.local.sandbox.Sandbox;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.local.sandbox.SandboxTokens;
import io.stockroom.local.sandbox.SandboxUser;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalDynamoDb;
import io.stockroom.runtime.RuntimeResponse;
import io.stockroom.runtime.Scratch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What exports need, all in this process: a sandbox with transactions, the ledger's table, a bucket and the API of Lambda. */
final class ExportSetup implements AutoCloseable {

    private static final String BUCKET = "bench-exports";
    private static final String TABLE = "Ledger";
    /** So many transactions can be added to the sandbox at once. */
    private static final int MAX_ADDED = 150_000;
    /** Far more than an export of the benchmark needs; stops a function that goes on without end. */
    private static final int MAX_RUNS = 100;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<Long> locations;
    private final SandboxServer server;
    private final LocalDynamoDb database = LocalDynamoDb.start().table(TABLE);
    private final Path folder = Scratch.folder("exports");
    private final LocalS3 bucket = LocalS3.start(BUCKET, folder);
    private final LocalLambdaApi lambda = LocalLambdaApi.start();

    private ExportSetup(List<Long> locations, SandboxServer server) {
        this.locations = locations;
        this.server = server;
    }

    /** Starts a sandbox with this number of transactions, the same for each of the locations. */
    static ExportSetup start(List<Long> locations, int rows, SandboxRate rate) {
        ExportSetup setup = new ExportSetup(locations, SandboxServer.start(rate));
        try {
            setup.sandbox().add(SandboxUser.of("bench@example.com", "bench", "bench-user", locations.toArray(Long[]::new)));
            locations.forEach(location -> setup.fill(location, rows / locations.size()));
            return setup;
        } catch (RuntimeException e) {
            setup.close();
            throw e;
        }
    }

    Sandbox sandbox() {
        return server.sandbox();
    }

    /** Returns the template's function, with Altegio's rate limit at its defaults. */
    Function function() {
        return database.under(Function.of("ExportTransactionsFunction", Map.of("AltegioUrl", server.url(), "Exports", "true",
                "ExportBucket", BUCKET,
                "ExportLocations", locations.stream().map(String::valueOf).collect(Collectors.joining(",")),
                "partner_token", SandboxTokens.PARTNER, "user_token", "bench-user")))
                .withAll(Map.of("STOCKROOM_EXPORTS_S3_URL", bucket.url().toString(),
                        "STOCKROOM_EXPORTS_LAMBDA_URL", lambda.url().toString()));
    }

    /**
     * Invokes the function, and again for each run that it starts itself, as Lambda does. Returns the reports of all runs.
     *
     * @throws IllegalStateException if one of them fails, or if they leave something behind
     */
    List<JsonNode> runToEnd(Instance instance, String event, Duration timeout) {
        List<JsonNode> reports = new ArrayList<>();
        String next = event;
        while (next != null) {
            RuntimeResponse response = instance.invoke(next, timeout);
            if (!response.succeeded() || !response.json().path("failed").isEmpty() || reports.size() == MAX_RUNS) {
                throw new IllegalStateException("Run " + (reports.size() + 1) + " failed: " + response.payload() + "\n"
                        + instance.output());
            }
            reports.add(response.json());
            // The function has started the next run before it responds.
            StartedInvocation started = lambda.invocations().poll();
            next = started == null ? null : started.event().toString();
        }
        JsonNode last = reports.get(reports.size() - 1);
        if (!last.path("unfinished").isEmpty() || !last.path("busy").isEmpty()) {
            throw new IllegalStateException("The last run is not the end: " + last);
        }
        return reports;
    }

    /** Changes that number of transactions of the first location, as people do, shortly before the window that is next ends. */
    void change(int rows, Instant time) {
        Location location = sandbox().location(locations.get(0));
        List<Movement> movements = location.movements();
        for (int i = 0; i < rows; i++) {
            Movement changed = movements.get((int) ((long) i * movements.size() / rows));
            location.change(changed.id(), row -> row.with(row.amount().abs(), BigDecimal.valueOf(1250, 2), "Changed", time));
        }
    }

    /** Returns the objects that are in the bucket now. */
    ExportedObjects objects() {
        return ExportedObjects.in(folder);
    }

    /** Returns how many requests there were for the bucket. */
    int puts() {
        return bucket.requests();
    }

    /** Adds history in steps, and then deletes the oldest transactions, because history is added by whole documents. */
    private void fill(long id, int rows) {
        int missing = 1;
        while (missing > 0) {
            add(id, Math.min(missing, MAX_ADDED));
            missing = rows - sandbox().location(id).movements().size();
        }
        Location location = sandbox().location(id);
        List<Movement> movements = location.movements();
        movements.subList(rows, movements.size()).forEach(movement -> location.delete(movement.id()));
    }

    private void add(long location, int rows) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.root() + "/transactions"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"location_id\": " + location + ", \"count\": " + rows + "}")).build();
        try {
            int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 201) {
                throw new IllegalStateException("The sandbox responded " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        database.close();
        bucket.close();
        lambda.close();
        Scratch.delete(folder);
    }
}
