package io.stockroom.bench;

import io.stockroom.local.sandbox.Bulk;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Exports of everything by search-transactions: rows a second, peak memory, and how well the rate limit is used. */
final class Search {

    /** What integrators use at most, and the largest page that Altegio is known to answer. */
    private static final int PAGE = 1000;
    private static final int PER_SECOND = 5;
    private static final int PER_MINUTE = 200;

    private final List<List<String>> unlimited = new ArrayList<>();
    private final List<List<String>> limited = new ArrayList<>();
    private final List<Chart.Group> speeds = new ArrayList<>();
    private final String name;

    private Search(String name) {
        this.name = name;
    }

    static Search measure(Contender contender, Settings settings, Consumer<String> progress) {
        Search search = new Search(contender.name());
        for (int rows : settings.rows()) {
            Bulk bulk = Bulk.of(rows);
            List<Statistics> speeds = new ArrayList<>();
            for (boolean gzip : new boolean[] {false, true}) {
                progress.accept("Export of " + rows + " rows" + (gzip ? ", gzip" : ""));
                search.free(contender, bulk, rows, gzip, speeds);
            }
            search.speeds.add(new Chart.Group(number(rows) + " rows", speeds));
            progress.accept("Export of " + rows + " rows within the limit");
            search.withinLimit(contender, bulk, rows);
        }
        return search;
    }

    private void free(Contender contender, Bulk bulk, int rows, boolean gzip, List<Statistics> speeds) {
        run(contender, bulk, rows, gzip, 0, 0, (export, upstream, instance) -> {
            unlimited.add(List.of(number(rows) + (gzip ? ", gzip" : ""), number(rows / seconds(export)), decimal(seconds(export)),
                    number(export.files().size()), number(upstream.calls()), decimal(instance.peakMemory() / 1e6)));
            speeds.add(Statistics.of(List.of(rows / seconds(export))));
        });
    }

    private void withinLimit(Contender contender, Bulk bulk, int rows) {
        run(contender, bulk, rows, true, PER_SECOND, PER_MINUTE, (export, upstream, instance) -> {
            double bound = bound(rows / PAGE + 1);
            limited.add(List.of(number(rows), decimal(seconds(export)), decimal(bound), decimal(seconds(export) / bound),
                    number(upstream.calls()), number(upstream.busiestSecond())));
        });
    }

    /** Seconds that must pass before the last of so many calls may be made, when the first is made at once. */
    static double bound(int calls) {
        return Math.max((calls - 1) / PER_SECOND, (calls - 1) / PER_MINUTE * 60);
    }

    private interface Finding {
        void add(Export export, Upstream upstream, Instance instance);
    }

    private void run(Contender contender, Bulk bulk, int rows, boolean gzip, int perSecond, int perMinute, Finding finding) {
        try (Upstream upstream = Upstream.plain(bulk)) {
            Function function = Contender.function("SearchTransactionsFunction", upstream.url())
                    .with("ALTEGIO_RATE_PER_SECOND", String.valueOf(perSecond))
                    .with("ALTEGIO_RATE_PER_MINUTE", String.valueOf(perMinute));
            try (Instance instance = Instance.start(contender.code(), function)) {
                instance.startToFirstPoll();
                Export export = Export.walk(event -> instance.invoke(event).json(), gzip);
                export.expect(rows);
                finding.add(export, upstream, instance);
            }
        }
    }

    void report(Report report) {
        report.section("search-transactions, everything as CSV");
        report.paragraph("By " + name + ", from link to link, each run in a new instance, its row count and the uniqueness of ids "
                + "checked. The limit is off:");
        report.table(List.of("rows", "rows a second", "seconds", "answers", "calls to Altegio", "peak memory, MB"), unlimited);
        report.chart("search.svg", new Chart("Export without a limit", "rows a second", List.of("plain", "gzip"), speeds));
        report.paragraph("With the limit on, " + PER_SECOND + " calls a second and " + PER_MINUTE + " a minute, gzip. The bound is "
                + "when the limit lets the last page be asked for, at " + PAGE + " rows a page:");
        report.table(List.of("rows", "seconds", "bound, seconds", "seconds ÷ bound", "calls to Altegio", "most within a second"),
                limited);
    }

    private static double seconds(Export export) {
        return export.time().toNanos() / 1e9;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
