package io.stockroom.bench;

import io.stockroom.local.sandbox.Bulk;
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

/** All contenders side by side on list-storages: starts, warm invocations, memory and processor, over HTTP and HTTPS. */
final class Functions {

    private final List<Contender> contenders;
    private final Settings settings;
    private final Map<String, Lives> lives = new LinkedHashMap<>();

    private Functions(List<Contender> contenders, Settings settings) {
        this.contenders = contenders;
        this.settings = settings;
    }

    static Functions measure(List<Contender> contenders, Settings settings, Consumer<String> progress) {
        Functions functions = new Functions(contenders, settings);
        Bulk bulk = Bulk.of(0);
        Path folder = Scratch.folder("authority");
        LocalAuthority authority = LocalAuthority.in(folder);
        Map<String, String> trust = Tls.environment(authority, folder);
        try (Upstream plain = Upstream.plain(bulk); Upstream secured = Upstream.secured(bulk, authority)) {
            // The first round warms our own side up and is thrown away.
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
        boolean rehearsal = round == 0;
        int invocations = rehearsal ? 50 : settings.invocations();
        BareClient bare = new BareClient(upstream, tls);
        // Each round begins with another contender: what comes first finds the machine less awake.
        List<Contender> turns = new ArrayList<>(contenders);
        Collections.rotate(turns, 1 - round);
        for (Contender contender : turns) {
            if (contender.asksAltegio() || tls == null) {
                Life life = Life.of(contender, contender.function(upstream, environment), invocations,
                        contender.asksAltegio() ? bare.latencies(invocations) : new double[0])
                        .withShared(contender, contender.function(upstream, environment));
                if (!rehearsal) {
                    lives.computeIfAbsent(upstream.protocol(), first -> new Lives()).add(contender, life);
                }
            }
        }
    }

    void report(Report report) {
        lives.forEach((protocol, all) -> {
            report.section("list-storages, one call to Altegio over " + protocol);
            report.paragraph("Medians and quartiles of " + settings.rounds() + " instances, each invoked "
                    + settings.invocations() + " times; then how many times the figure of " + all.contenders().get(0).name()
                    + " that is, round by round.");
            List<List<String>> rows = new ArrayList<>(figures(all));
            rows.addAll(ratios(all));
            report.table(header("", all.contenders()), rows);
        });
        report.section("Sizes");
        report.paragraph("Without what Lambda brings along: the Java runtime, Node.js, Python.");
        report.table(header("MB", contenders), List.of(
                row("zip", contenders.stream().map(contender -> megabytes(contender.zip())).toList()),
                row("unpacked", contenders.stream().map(contender -> megabytes(contender.unpacked())).toList())));
        report.chart("start.svg", new Chart("Start to first answer", "ms, median and quartiles", List.copyOf(lives.keySet()),
                contenders.stream().map(contender -> new Chart.Group(contender.name(), lives.values().stream()
                        .map(all -> bar(all, contender, Measure.FIRST_ANSWER)).toList())).toList()));
        Lives last = lives.get("HTTPS");
        report.chart("memory.svg", new Chart("Resident memory, HTTPS", "MB, median and quartiles",
                List.of("after the first invocation", "after " + settings.invocations()),
                last.contenders().stream().map(contender -> new Chart.Group(contender.name(), List.of(
                        last.of(contender, Measure.FIRST_RESIDENT), last.of(contender, Measure.LAST_RESIDENT)))).toList()));
    }

    private static List<List<String>> figures(Lives all) {
        return measures(all).map(measure -> row(measure.title() + ", " + measure.unit(), all.contenders().stream()
                .map(contender -> all.of(contender, measure).text(measure.decimals())).toList())).toList();
    }

    private static List<List<String>> ratios(Lives all) {
        return measures(all).map(measure -> row(measure.title() + ", ratio", all.contenders().stream()
                .map(contender -> all.ratio(contender, measure).map(ratio -> ratio.text(2)).orElse("–")).toList())).toList();
    }

    /** Those that this machine could take. */
    private static Stream<Measure> measures(Lives all) {
        return Arrays.stream(Measure.values()).filter(all::has);
    }

    private static Statistics bar(Lives all, Contender contender, Measure measure) {
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
