package io.stockroom.bench;

import io.stockroom.local.sandbox.PrecomputedResponses;
import io.stockroom.runtime.LocalAuthority;
import io.stockroom.runtime.Scratch;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/** Compares all contenders on list-storages: cold starts, warm invocations, memory and CPU time, over HTTP and HTTPS. */
final class Functions {

    private final List<Contender> contenders;
    private final Settings settings;
    private final Map<String, InstanceRuns> runs = new LinkedHashMap<>();

    private Functions(List<Contender> contenders, Settings settings) {
        this.contenders = contenders;
        this.settings = settings;
    }

    static Functions measure(List<Contender> contenders, Settings settings, Consumer<String> progress) {
        Functions functions = new Functions(contenders, settings);
        PrecomputedResponses responses = PrecomputedResponses.of(0);
        Path folder = Scratch.folder("authority");
        LocalAuthority authority = LocalAuthority.in(folder);
        Map<String, String> trust = Tls.environment(authority, folder);
        try (Upstream plain = Upstream.plain(responses); Upstream secured = Upstream.secured(responses, authority)) {
            // The first round warms up the benchmark itself and is discarded.
            for (int round = 0; round <= settings.rounds(); round++) {
                progress.accept(round == 0 ? "Warming up" : "Round " + round + " of " + settings.rounds());
                functions.round(round, plain, null, Map.of());
                functions.round(round, secured, Tls.client(authority), trust);
            }
        } finally {
            Scratch.delete(folder);
        }
        return functions;
    }

    private void round(int round, Upstream upstream, SSLContext tls, Map<String, String> environment) {
        boolean warmUp = round == 0;
        int invocations = warmUp ? 50 : settings.invocations();
        BareClient bare = new BareClient(upstream, tls);
        // Each round starts with a different contender, because the first one runs on a less warmed-up machine.
        List<Contender> order = new ArrayList<>(contenders);
        Collections.rotate(order, 1 - round);
        for (Contender contender : order) {
            if (contender.callsAltegio() || tls == null) {
                InstanceRun run = InstanceRun.of(contender, contender.function(upstream, environment), invocations,
                        contender.callsAltegio() ? bare.latencies(invocations) : new double[0])
                        .withSharedCpu(contender, contender.function(upstream, environment));
                if (!warmUp) {
                    runs.computeIfAbsent(upstream.protocol(), first -> new InstanceRuns()).add(contender, run);
                }
            }
        }
    }

    void report(Report report) {
        runs.forEach((protocol, all) -> {
            report.section("list-storages, one call to Altegio over " + protocol);
            report.paragraph("Medians and quartiles of " + settings.rounds() + " instances, each invoked "
                    + settings.invocations() + " times; then the ratios to " + all.contenders().get(0).name() + ", calculated per round.");
            List<List<String>> rows = new ArrayList<>(figures(all));
            rows.addAll(ratios(all));
            report.table(header("", all.contenders()), rows);
        });
        report.section("Sizes");
        report.paragraph("Without the files that Lambda provides: the Java runtime, Node.js, Python.");
        report.table(header("MB", contenders), List.of(
                row("zip", contenders.stream().map(contender -> megabytes(contender.zip())).toList()),
                row("unpacked", contenders.stream().map(contender -> megabytes(contender.unpacked())).toList())));
        report.chart("start.svg", new Chart("Start to first response", "ms, median and quartiles", List.copyOf(runs.keySet()),
                contenders.stream().map(contender -> new Chart.Group(contender.name(), runs.values().stream()
                        .map(all -> bar(all, contender, Measure.FIRST_RESPONSE)).toList())).toList()));
        InstanceRuns last = runs.get("HTTPS");
        report.chart("memory.svg", new Chart("RSS, HTTPS", "MB, median and quartiles",
                List.of("after the first invocation", "after " + settings.invocations() + " invocations"),
                last.contenders().stream().map(contender -> new Chart.Group(contender.name(), List.of(
                        last.of(contender, Measure.FIRST_RSS), last.of(contender, Measure.LAST_RSS)))).toList()));
    }

    private static List<List<String>> figures(InstanceRuns all) {
        return measures(all).map(measure -> row(measure.title() + ", " + measure.unit(), all.contenders().stream()
                .map(contender -> all.of(contender, measure).text(measure.decimals())).toList())).toList();
    }

    private static List<List<String>> ratios(InstanceRuns all) {
        return measures(all).map(measure -> row(measure.title() + ", ratio", all.contenders().stream()
                .map(contender -> all.ratio(contender, measure).map(ratio -> ratio.text(2)).orElse("–")).toList())).toList();
    }

    /** Returns the measures that are available on this machine. */
    private static Stream<Measure> measures(InstanceRuns all) {
        return Arrays.stream(Measure.values()).filter(all::has);
    }

    private static Statistics bar(InstanceRuns all, Contender contender, Measure measure) {
        return all.contenders().contains(contender) ? all.of(contender, measure) : null;
    }

    private static List<String> header(String corner, List<Contender> contenders) {
        return row(corner, contenders.stream().map(Contender::name).toList());
    }

    private static List<String> row(String label, List<String> cells) {
        List<String> row = new ArrayList<>(List.of(label));
        row.addAll(cells);
        return row;
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, bytes < 100_000 ? "%.3f" : "%.1f", bytes / 1e6);
    }
}
