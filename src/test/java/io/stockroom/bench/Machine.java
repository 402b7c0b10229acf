package io.stockroom.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;

/** What the figures were measured on. */
final class Machine {

    private Machine() {
    }

    static String description() {
        return LocalDate.now() + ", " + processor() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.arch") + ", Linux " + System.getProperty("os.version")
                + ". Figures of different machines don't compare; ratios of one run do.";
    }

    private static String processor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name")).map(line -> line.replaceFirst(".*?:\\s*", ""))
                    .findFirst().orElse("processor unknown");
        } catch (IOException e) {
            return "processor unknown";
        }
    }
}
