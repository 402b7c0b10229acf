package io.stockroom.bench;

import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures throughput and errors of many concurrent instances with one sandbox. */
final class Scale {

    /** More Java virtual machines do not fit into the machine's memory. */
    private static final int MAX_JVM_INSTANCES = 10;

    private final Settings settings;
    private final List<List<String>> rows = new ArrayList<>();

    private Scale(Settings settings) {
        this.settings = settings;
    }

    static Scale measure(Contender contender, Settings settings, Consumer<String> progress) {
        Scale scale = new Scale(settings);
        boolean isNative = contender.code() instanceof Artifact artifact && artifact.isNative();
        try (SandboxServer sandbox = SandboxServer.start(SandboxRate.UNLIMITED)) {
            Function function = Contender.function("ListStoragesFunction", sandbox.url())
                    .with("ALTEGIO_PARTNER_TOKEN", "sandbox-partner").with("ALTEGIO_USER_TOKEN", "sandbox-user");
            for (int instances : settings.instances()) {
                if (isNative || instances <= MAX_JVM_INSTANCES) {
                    progress.accept("Concurrent instances: " + instances);
                    scale.add(contender, function, instances);
                }
            }
        }
        return scale;
    }

    private void add(Contender contender, Function function, int number) {
        List<Instance> instances = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                instances.add(Instance.start(contender.code(), function));
            }
            Load load = Load.on(instances, settings.load());
            rows.add(List.of(String.valueOf(number), decimals(0, load.milliseconds().length / load.seconds()),
                    String.valueOf(load.errors()), decimals(2, Statistics.percentile(load.milliseconds(), 50)),
                    decimals(2, Statistics.percentile(load.milliseconds(), 99)), decimals(1, load.rss() / 1e6)));
        } finally {
            instances.forEach(Instance::close);
        }
    }

    void report(Report report) {
        report.section("Scale");
        report.paragraph("Concurrent instances, each invoked without a pause for " + settings.load().toSeconds()
                + " seconds; the sandbox, the Runtime APIs and all instances share this machine.");
        report.table(List.of("instances", "responses per second", "errors", "p50, ms", "p99, ms", "RSS each, MB"), rows);
    }

    private static String decimals(int decimals, double number) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", number);
    }
}
