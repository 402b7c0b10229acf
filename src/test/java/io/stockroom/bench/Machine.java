package io.stockroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

/** Describes the machine of a run. */
final class Machine {

    private Machine() {
    }

    static String description() {
        return LocalDate.now() + ", " + cpu() + ", " + Runtime.getRuntime().availableProcessors() + " CPUs, "
                + System.getProperty("os.arch") + ", Linux " + System.getProperty("os.version")
                + ". Absolute values of different machines are not comparable; ratios within a run are.";
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.replaceFirst(".*?:\\s*", ""))
                    .findFirst().orElse("unknown CPU");
        } catch (IOException e) {
            return "unknown CPU";
        }
    }
}
