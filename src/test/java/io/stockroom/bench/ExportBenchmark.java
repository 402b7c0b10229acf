package io.stockroom.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures exports of transactions as files: how long they take, in how much memory, and how well they use the rate limit. */
final class ExportBenchmark {

    private static final List<Long> LOCATION = List.of(4564L);
    /** The sandbox has document ids for fewer transactions in one location than the limited export has. 4566 denies access. */
    private static final List<Long> LOCATIONS = List.of(4564L, 4565L, 4567L, 4568L);
    private static final int CHANGED_ROWS = 500;
    /** Inside the next window: it ends two minutes before now. */
    private static final Duration CHANGED_BEFORE = Duration.ofMinutes(3);
    /** Instead of the template's 15 minutes, so that an export needs several runs. */
    private static final Duration SHORT_TIMEOUT = Duration.ofSeconds(60);
    private static final int PAGE_SIZE = 1000;
    private static final String EXPORT = "{}";
    private static final String COMPARE = "{\"task\": \"compare\"}";

    /** What one export or comparison has taken. */
    private record Cost(int runs, double seconds, long peakMemory, ExportedObjects objects, long calls, int puts) {
    }

    private final String name;
    private final List<List<String>> unlimited = new ArrayList<>();
    private final List<List<String>> limited = new ArrayList<>();
    private final List<Long> peaks = new ArrayList<>();
    private final List<Integer> sizes;

    private ExportBenchmark(String name, List<Integer> sizes) {
        this.name = name;
        this.sizes = sizes;
    }

    static ExportBenchmark measure(Contender contender, Settings settings, Consumer<String> progress) {
        ExportBenchmark benchmark = new ExportBenchmark(contender.name(), settings.exportedRows());
        for (int rows : settings.exportedRows()) {
            boolean isLargest = rows == settings.exportedRows().get(settings.exportedRows().size() - 1);
            benchmark.withoutLimit(contender, rows, isLargest, progress);
        }
        benchmark.withinLimit(contender, settings.limitedRows(), progress);
        return benchmark;
    }

    private void withoutLimit(Contender contender, int rows, boolean isLargest, Consumer<String> progress) {
        try (ExportSetup setup = ExportSetup.start(LOCATION, rows, SandboxRate.UNLIMITED)) {
            Function function = setup.function().with("ALTEGIO_RATE_PER_SECOND", "0").with("ALTEGIO_RATE_PER_MINUTE", "0");
            progress.accept("First export of " + number(rows) + " transactions");
            Cost first = cost(contender, setup, function, EXPORT, rows, function.timeout());
            peaks.add(first.peakMemory());
            unlimited.add(row("first export of " + number(rows), rows, first));
            if (isLargest) {
                progress.accept("Window with " + number(CHANGED_ROWS) + " of " + number(rows) + " transactions");
                awaitNextWindow();
                setup.change(CHANGED_ROWS, Instant.now().minus(CHANGED_BEFORE).truncatedTo(ChronoUnit.SECONDS));
                unlimited.add(row("window with " + number(CHANGED_ROWS) + " of " + number(rows), CHANGED_ROWS,
                        cost(contender, setup, function, EXPORT, CHANGED_ROWS, function.timeout())));
                progress.accept("Comparison of " + number(rows) + " transactions");
                unlimited.add(row("comparison of " + number(rows), rows,
                        cost(contender, setup, function, COMPARE, 0, function.timeout())));
            }
        }
    }

    /** A window begins and ends with whole seconds: within the same second, there is no next one. */
    private static void awaitNextWindow() {
        try {
            Thread.sleep(1_100);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void withinLimit(Contender contender, int rows, Consumer<String> progress) {
        progress.accept("First export of " + number(rows) + " transactions within the limit");
        try (ExportSetup setup = ExportSetup.start(LOCATIONS, rows, SandboxRate.DOCUMENTED)) {
            Cost cost = cost(contender, setup, setup.function(), EXPORT, rows, SHORT_TIMEOUT);
            double bound = SearchBenchmark.bound(LOCATIONS.size() * (rows / LOCATIONS.size() / PAGE_SIZE + 1));
            limited.add(List.of(number(rows), String.valueOf(cost.runs()), decimal(cost.seconds()), decimal(bound),
                    decimal(cost.seconds() / bound), number(cost.calls()), decimal(cost.calls() / cost.seconds()),
                    number(setup.sandbox().traffic().busiest(Duration.ofSeconds(1))), number(setup.sandbox().traffic().limited()),
                    number(cost.objects().files().size()), decimal(cost.peakMemory() / 1e6)));
        }
    }

    /** Runs to the end in a new instance, and checks that each of the rows is written once. */
    private static Cost cost(Contender contender, ExportSetup setup, Function function, String event, int rows, Duration timeout) {
        ExportedObjects before = setup.objects();
        long callsBefore = calls(setup);
        int putsBefore = setup.puts();
        try (Instance instance = Instance.start(contender.code(), function)) {
            instance.startToFirstPoll();
            long start = System.nanoTime();
            List<JsonNode> reports = setup.runToEnd(instance, event, timeout);
            double seconds = (System.nanoTime() - start) / 1e9;
            ExportedObjects objects = setup.objects().since(before);
            objects.expect(rows);
            return new Cost(reports.size(), seconds, instance.peakMemory(), objects, calls(setup) - callsBefore,
                    setup.puts() - putsBefore);
        }
    }

    private static long calls(ExportSetup setup) {
        return setup.sandbox().traffic().count(SandboxRoute.SEARCH);
    }

    private static List<String> row(String title, int rows, Cost cost) {
        return List.of(title, decimal(cost.seconds()), number(rows / cost.seconds()), decimal(cost.peakMemory() / 1e6),
                number(cost.objects().files().size()), decimal(cost.objects().bytes() / 1e6), number(cost.calls()), number(cost.puts()));
    }

    void report(Report report) {
        report.section("export-transactions");
        report.paragraph(name + ", each line in a new instance of 256 MB; the row count and the uniqueness of IDs in the objects are "
                + "checked. The sandbox and the bucket share this machine. Without a rate limit:");
        report.table(List.of("transactions", "seconds", "transactions per second", "peak memory, MB", "objects", "MB of objects",
                "calls to Altegio", "requests to S3"), unlimited);
        int last = sizes.size() - 1;
        report.paragraph("The peak memory of the first export of " + number(sizes.get(last)) + " transactions is "
                + decimal((double) peaks.get(last) / peaks.get(0)) + " times that of " + number(sizes.get(0)) + ".");
        report.paragraph("With Altegio's limit of 5 calls per second and 200 per minute, of the function and of the sandbox, "
                + LOCATIONS.size() + " locations, and runs that end after " + SHORT_TIMEOUT.toSeconds()
                + " seconds, half of which they keep "
                + "as a reserve, and go on in the next. The bound is the earliest time at which the limit allows the last page to be "
                + "requested, at " + number(PAGE_SIZE) + " rows per page:");
        report.table(List.of("transactions", "runs", "seconds", "bound, seconds", "seconds ÷ bound", "calls to Altegio",
                "calls per second", "maximum per second", "responses 429", "objects", "peak memory, MB"), limited);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
