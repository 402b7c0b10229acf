package io.stockroom.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Runs the benchmark and writes {@code target/bench/report.md}. The exit code is 1 if a section failed. */
public final class Bench {

    private final Settings settings;
    private final Contenders contenders;
    private final Consumer<String> progress;
    private final Report report;
    private boolean failed;

    Bench(Settings settings, Path folder, Contenders contenders, Consumer<String> progress) {
        this.settings = settings;
        this.contenders = contenders;
        this.progress = progress;
        this.report = new Report(folder);
    }

    public static void main(String[] arguments) {
        Bench bench = new Bench(Settings.fromSystem(), Path.of("target/bench"), Contenders.find(), System.out::println);
        System.out.println(bench.run());
        System.exit(bench.failed ? 1 : 0);
    }

    /** Runs the configured sections, writes the report and returns it. */
    String run() {
        report.title("Benchmark");
        report.paragraph(Machine.description());
        contenders.absent().forEach(report::paragraph);
        Contender stockroom = contenders.present().get(0);
        section("functions", () -> Functions.measure(contenders.present(), settings, progress).report(report));
        section("secrets", () -> SecretsBenchmark.measure(contenders.present(), settings, progress).report(report));
        for (ExportedList list : List.of(ExportedList.TRANSACTIONS, ExportedList.GOODS)) {
            section("search", () -> SearchBenchmark.measure(list, stockroom, settings, progress).report(report));
        }
        section("scale", () -> Scale.measure(stockroom, settings, progress).report(report));
        section("reconciliation", () -> ReconciliationBenchmark.measure(stockroom, settings, progress).report(report));
        section("exports", () -> ExportBenchmark.measure(stockroom, settings, progress).report(report));
        return report.write();
    }

    private void section(String name, Runnable work) {
        if (!settings.sections().contains(name)) {
            return;
        }
        try {
            work.run();
        } catch (RuntimeException e) {
            failed = true;
            report.section("FAILED: " + name);
            report.paragraph("```\n" + e.getMessage() + "\n```");
        }
    }
}
