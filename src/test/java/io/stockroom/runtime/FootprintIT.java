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
 * Compares the artifact's footprint with the one on record. A size may grow by a tenth; more is either a mistake or meant,
 * and then {@code -Dfootprint.record} writes the new record, to be committed with its cause. Times and memory are printed
 * and not judged: they depend on the machine.
 */
class FootprintIT {

    private static final double GROWTH = 1.1;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theArtifactIsNotMuchLargerThanOnRecord() throws IOException {
        Artifact artifact = Artifact.packaged();
        Footprint now = measure(artifact);
        Path record = Path.of("src/test/footprint", (artifact.isNative() ? "native-" + System.getProperty("os.arch") : "jvm") + ".json");
        if (Boolean.getBoolean("footprint.record")) {
            write(record, now);
        }
        Footprint before = Files.exists(record) ? JSON.readValue(record.toFile(), Footprint.class) : now;
        System.out.printf(Locale.ROOT, "Footprint of the %s artifact (on record): zip %s, unpacked %s, start to first poll %s ms, "
                + "resident after the first invocation %s MB%s%n", artifact.isNative() ? "native" : "JVM",
                megabytes(now.zip(), before.zip()), megabytes(now.unpacked(), before.unpacked()),
                figures(now.startMillis(), before.startMillis()), figures(now.residentMegabytes(), before.residentMegabytes()),
                artifact.isNative() ? "" : "; the native one was left out of this build");

        assertTrue(now.zip() <= before.zip() * GROWTH && now.unpacked() <= before.unpacked() * GROWTH,
                () -> "The artifact has grown by more than a tenth. New or larger: " + now.grownSince(before)
                        + ". If it is meant, record it: ./mvnw verify -Dfootprint.record=true");
    }

    private static Footprint measure(Artifact artifact) throws IOException {
        String event = SampleEvents.of("list-storages");
        try (SandboxServer sandbox = SandboxServer.start(SandboxRate.UNLIMITED)) {
            return Footprint.of(artifact, Function.of("ListStoragesFunction", Map.of("AltegioUrl", sandbox.url(),
                    "partner_token", "sandbox-partner", "user_token", "sandbox-user")), event);
        }
    }

    private static void write(Path record, Footprint footprint) throws IOException {
        Files.createDirectories(record.getParent());
        DefaultPrettyPrinter lines = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        Files.writeString(record, JSON.writer(lines).writeValueAsString(footprint) + "\n");
    }

    private static String megabytes(long now, long before) {
        return figures(now / 1e6, before / 1e6) + " MB";
    }

    private static String figures(double now, double before) {
        return String.format(Locale.ROOT, "%.1f (%.1f)", now, before);
    }
}
