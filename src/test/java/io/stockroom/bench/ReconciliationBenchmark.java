package io.stockroom.bench;

import io.stockroom.local.GatewayEvent;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalDynamoDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Measures what it costs to find a lost operation, or to prove that it is not booked, among the documents of other programs. */
final class ReconciliationBenchmark {

    private static final Duration SETTLE = Duration.ofSeconds(1);
    private static final int MAX_REQUESTS = 50;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final List<List<String>> rows = new ArrayList<>();

    private ReconciliationBenchmark() {
    }

    static ReconciliationBenchmark measure(Contender contender, Settings settings, Consumer<String> progress) {
        ReconciliationBenchmark benchmark = new ReconciliationBenchmark();
        for (int documents : settings.documents()) {
            for (boolean marked : new boolean[] {true, false}) {
                progress.accept("Reconciliation among documents: " + documents);
                benchmark.add(contender, documents, marked);
            }
        }
        return benchmark;
    }

    private void add(Contender contender, int documents, boolean marked) {
        try (SandboxServer sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
                LocalDynamoDb database = LocalDynamoDb.start().table("Ledger")) {
            for (int i = 0; i < documents; i++) {
                bookDirectly(sandbox, i, marked);
            }
            // With Altegio's rate limit, which the other sections leave out.
            Function function = database.under(Function.of("CreateOperationFunction", Map.of("AltegioUrl", sandbox.url(),
                    "partner_token", "sandbox-partner", "user_token", "sandbox-user")))
                    .with("STOCKROOM_LEDGER_SETTLE", SETTLE.toString()).with("ALTEGIO_RETRY_ATTEMPTS", "1");
            for (Kind lost : List.of(Kind.DROP_AFTER_COMMIT, Kind.DROP_BEFORE_COMMIT)) {
                rows.add(row(contender, sandbox, function, documents, marked, lost));
            }
        }
    }

    private static List<String> row(Contender contender, SandboxServer sandbox, Function function, int documents, boolean marked,
            Kind lost) {
        String key = "lost-" + lost;
        long before;
        int requests = 0;
        long time = 0;
        try (Instance instance = Instance.start(contender.code(), function)) {
            sandbox.sandbox().faults().add(SandboxFault.of(lost).on(SandboxRoute.BOOK));
            sandbox.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).on(SandboxRoute.SEARCH));
            int status = status(instance, key);
            before = calls(sandbox);
            while (status != 200 && requests++ < MAX_REQUESTS) {
                sleep(SETTLE);
                long start = System.nanoTime();
                status = status(instance, key);
                time += System.nanoTime() - start;
            }
        }
        return List.of(String.format(Locale.ROOT, "%,d", documents), marked ? "Stockroom's" : "others'",
                lost == Kind.DROP_AFTER_COMMIT ? "booked" : "not booked", String.valueOf(requests), String.valueOf(calls(sandbox) - before),
                String.format(Locale.ROOT, "%.1f", time / 1e9));
    }

    void report(Report report) {
        report.section("Reconciliation");
        report.paragraph(
                "The response to an operation was lost. Requests with its key are repeated, each a second (the settle time here) after"
                        + " the one before, until it is found or booked again, at 5 calls per second and 200 per minute. The location has that many"
                        + " other documents of the last hour with the same good, with or without Stockroom's marker. At least one search after the"
                        + " settle time is needed, two if no row changes in the meantime. Calls include the operation that is booked again.");
        report.table(List.of("documents", "whose", "the operation was", "requests", "calls to Altegio", "seconds in them"), rows);
    }

    private static int status(Instance instance, String key) {
        return instance.invoke(GatewayEvent
                .of("POST /storage_operations/operation/{location_id}", "/storage_operations/operation/4564", Instant.now())
                .header("Content-Type", "application/json").header("Idempotency-Key", key)
                .body(operation("Lost", Instant.parse("2026-11-20T08:00:00Z")).getBytes(StandardCharsets.UTF_8)).json()).json()
                .get("statusCode").asInt();
    }

    private static void bookDirectly(SandboxServer sandbox, int number, boolean marked) {
        String comment = marked ? String.format("[sr:%016x] Order", number) : "Order " + number;
        HttpRequest request = HttpRequest.newBuilder(URI.create(sandbox.url() + "/storage_operations/operation/4564"))
                .header("Accept", "application/vnd.api.v2+json").header("Content-Type", "application/json")
                .header("Authorization", "Bearer sandbox-partner, User sandbox-user")
                .POST(BodyPublishers.ofString(operation(comment, Instant.parse("2026-11-20T08:00:00Z").plusSeconds(1 + number % 3599))))
                .build();
        try {
            int status = HTTP.send(request, BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new IllegalStateException("The sandbox responded " + status);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String operation(String comment, Instant created) {
        return """
                {"type_id": 1, "create_date": "%s", "storage_id": 101, "master_id": 201, "comment": "%s", "goods_transactions": [
                {"good_id": 3001, "amount": 1, "cost_per_unit": 10, "discount": 0, "cost": 10, "operation_unit_type": 1, "comment": "%s"}]}
                """.formatted(created, comment, comment);
    }

    private static long calls(SandboxServer sandbox) {
        return sandbox.sandbox().traffic().counts().values().stream().mapToLong(Long::longValue).sum();
    }

    private static void sleep(Duration time) {
        try {
            Thread.sleep(time.toMillis() + 50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
