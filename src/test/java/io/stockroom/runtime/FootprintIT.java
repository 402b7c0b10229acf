package io.stockroom.runtime;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Compares the artifact's footprint with the recorded baseline. A size may grow by 10 %; a larger growth fails the test. If it is
 * intended, {@code -Dfootprint.record=true} records a new baseline, to be committed with the change that caused it. Times and memory
 * are printed but not checked, because they depend on the machine.
 */
class FootprintIT {

    private static final double MAX_GROWTH = 1.1;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void artifactIsAtMostTenPercentLargerThanTheBaseline() throws IOException {
        Artifact artifact = Artifact.packaged();
        Footprint now = measure(artifact);
        Path baseline = Path.of("src/test/footprint", (artifact.isNative() ? "native-" + System.getProperty("os.arch") : "jvm") + ".json");
        if (Boolean.getBoolean("footprint.record")) {
            write(baseline, now);
        }
        Footprint before = Files.exists(baseline) ? JSON.readValue(baseline.toFile(), Footprint.class) : now;
        System.out.printf(Locale.ROOT, "Footprint of the %s artifact (baseline): zip %s, unpacked %s, start to first poll %s ms, "
                + "RSS after the first invocation %s MB%s%n", artifact.isNative() ? "native" : "JVM",
                megabytes(now.zip(), before.zip()), megabytes(now.unpacked(), before.unpacked()),
                figures(now.startMillis(), before.startMillis()), figures(now.rssMegabytes(), before.rssMegabytes()),
                artifact.isNative() ? "" : "; the native artifact was not built");

        assertTrue(now.zip() <= before.zip() * MAX_GROWTH && now.unpacked() <= before.unpacked() * MAX_GROWTH,
                () -> "The artifact has grown by more than 10 %. New or larger: " + now.grownSince(before)
                        + ". If this is intended, record a new baseline: ./mvnw verify -Dfootprint.record=true");
    }

    private static Footprint measure(Artifact artifact) throws IOException {
        String event = SampleEvents.of("list-storages");
        try (SandboxServer sandbox = SandboxServer.start(SandboxRate.UNLIMITED)) {
            return Footprint.of(artifact, Function.of("ListStoragesFunction", Map.of("AltegioUrl", sandbox.url(),
                    "partner_token", "sandbox-partner", "user_token", "sandbox-user")), event);
        }
    }

    private static void write(Path baseline, Footprint footprint) throws IOException {
        Files.createDirectories(baseline.getParent());
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        Files.writeString(baseline, JSON.writer(printer).writeValueAsString(footprint) + "\n");
    }

    private static String megabytes(long now, long before) {
        return figures(now / 1e6, before / 1e6) + " MB";
    }

    private static String figures(double now, double before) {
        return String.format(Locale.ROOT, "%.1f (%.1f)", now, before);
    }
}
