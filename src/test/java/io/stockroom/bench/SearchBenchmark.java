package io.stockroom.bench;

import io.stockroom.local.sandbox.PrecomputedResponses;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures exports of a list: rows per second, peak memory, and utilization of the rate limit. */
final class SearchBenchmark {

    /** The largest page size that integrators use and that Altegio is known to support. */
    private static final int PAGE_SIZE = 1000;
    private static final int PER_SECOND = 5;
    private static final int PER_MINUTE = 200;

    private final List<List<String>> unlimited = new ArrayList<>();
    private final List<List<String>> limited = new ArrayList<>();
    private final List<Chart.Group> speeds = new ArrayList<>();
    private final String name;
    private final ExportedList list;

    private SearchBenchmark(String name, ExportedList list) {
        this.name = name;
        this.list = list;
    }

    static SearchBenchmark measure(ExportedList list, Contender contender, Settings settings, Consumer<String> progress) {
        SearchBenchmark search = new SearchBenchmark(contender.name(), list);
        for (int rows : settings.rows()) {
            PrecomputedResponses responses = list.responses().apply(rows);
            List<Statistics> speeds = new ArrayList<>();
            for (boolean gzip : new boolean[] {false, true}) {
                progress.accept("Export of " + rows + " " + list.title() + (gzip ? ", gzip" : ""));
                search.withoutLimit(contender, responses, rows, gzip, speeds);
            }
            search.speeds.add(new Chart.Group(number(rows) + " " + list.title(), speeds));
            progress.accept("Export of " + rows + " " + list.title() + " within the limit");
            search.withinLimit(contender, responses, rows);
        }
        return search;
    }

    private void withoutLimit(Contender contender, PrecomputedResponses responses, int rows, boolean gzip, List<Statistics> speeds) {
        run(contender, responses, rows, gzip, 0, 0, (export, upstream, instance) -> {
            unlimited.add(List.of(number(rows) + (gzip ? ", gzip" : ""), number(rows / seconds(export)), decimal(seconds(export)),
                    number(export.files().size()), number(upstream.calls()), decimal(instance.peakMemory() / 1e6)));
            speeds.add(Statistics.of(List.of(rows / seconds(export))));
        });
    }

    private void withinLimit(Contender contender, PrecomputedResponses responses, int rows) {
        run(contender, responses, rows, true, PER_SECOND, PER_MINUTE, (export, upstream, instance) -> {
            double bound = bound(rows / PAGE_SIZE + 1);
            limited.add(List.of(number(rows), decimal(seconds(export)), decimal(bound), decimal(seconds(export) / bound),
                    number(upstream.calls()), number(upstream.maxPerSecond())));
        });
    }

    /** Returns the earliest time in seconds at which the limit allows the last of the given number of calls. */
    static double bound(int calls) {
        return (calls - 1) / PER_MINUTE * 60 + (calls - 1) % PER_MINUTE / PER_SECOND;
    }

    private interface Recorder {
        void add(SearchExport export, Upstream upstream, Instance instance);
    }

    private void run(Contender contender, PrecomputedResponses responses, int rows, boolean gzip, int perSecond, int perMinute,
            Recorder recorder) {
        try (Upstream upstream = Upstream.plain(responses)) {
            Function function = Contender.function(list.template(), upstream.url())
                    .with("ALTEGIO_RATE_PER_SECOND", String.valueOf(perSecond))
                    .with("ALTEGIO_RATE_PER_MINUTE", String.valueOf(perMinute));
            try (Instance instance = Instance.start(contender.code(), function)) {
                instance.startToFirstPoll();
                SearchExport export = SearchExport.run(list, event -> instance.invoke(event).json(), gzip);
                export.expect(rows);
                recorder.add(export, upstream, instance);
            }
        }
    }

    void report(Report report) {
        report.section(list.handler() + ", all rows as CSV");
        report.paragraph(name + ", following the next links, each run in a new instance; the row count and the uniqueness of IDs "
                + "are checked. Without a rate limit:");
        report.table(List.of(list.title(), list.title() + " per second", "seconds", "responses", "calls to Altegio", "peak memory, MB"),
                unlimited);
        report.chart(list.title() + ".svg",
                new Chart("Export without a limit", list.title() + " per second", List.of("plain", "gzip"), speeds));
        report.paragraph("With a limit of " + PER_SECOND + " calls per second and " + PER_MINUTE + " per minute, gzip. The bound is the "
                + "earliest time at which the limit allows the last page to be requested, at " + PAGE_SIZE + " rows per page:");
        report.table(List.of(list.title(), "seconds", "bound, seconds", "seconds ÷ bound", "calls to Altegio", "maximum per second"),
                limited);
    }

    private static double seconds(SearchExport export) {
        return export.time().toNanos() / 1e9;
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.2f", number);
    }
}
