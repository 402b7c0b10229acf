package io.stockroom.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sizes, start time and memory of the packaged artifact.
 *
 * @param zip               bytes that Lambda fetches
 * @param unpacked          bytes of the executable, or of classes and jars
 * @param startMillis       from the start of the process to its first poll, the median of several starts
 * @param rssMegabytes RSS after the first invocation, the median of several starts
 * @param libraries         bytes of each library that the artifact was built from, by name without version
 */
record Footprint(long zip, long unpacked, double startMillis, double rssMegabytes, Map<String, Long> libraries) {

    private static final int STARTS = 9;

    static Footprint of(Artifact artifact, Function function, String event) {
        List<double[]> starts = IntStream.range(0, STARTS).mapToObj(start -> start(artifact, function, event)).toList();
        return new Footprint(artifact.zipSize(), artifact.unpackedSize(), median(starts, 0), median(starts, 1), libraries(artifact));
    }

    /** Returns the libraries that are new or larger than before, with their growth, largest first. */
    List<String> grownSince(Footprint before) {
        Map<String, Long> growth = new TreeMap<>();
        libraries.forEach((name, bytes) -> growth.put(name, bytes - before.libraries.getOrDefault(name, 0L)));
        return growth.entrySet().stream().filter(library -> library.getValue() > 0)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(library -> String.format(Locale.ROOT, "%s +%d kB", library.getKey(), library.getValue() / 1000)).toList();
    }

    private static double[] start(Artifact artifact, Function function, String event) {
        try (Instance instance = Instance.start(artifact, function)) {
            Duration start = instance.startToFirstPoll();
            if (!instance.invoke(event).succeeded()) {
                throw new IllegalStateException(instance.output());
            }
            return new double[] {start.toNanos() / 1e6, instance.rss() / 1e6};
        }
    }

    private static double median(List<double[]> starts, int figure) {
        double[] sorted = starts.stream().mapToDouble(start -> start[figure]).sorted().toArray();
        return Math.round(sorted[sorted.length / 2] * 10) / 10.0;
    }

    /** Returns the sizes of the libraries; for a native artifact, of those that the executable was built from. */
    private static Map<String, Long> libraries(Artifact artifact) {
        try (Stream<Path> files = Files.walk(artifact.isNative() ? artifact.zip().toAbsolutePath().getParent() : artifact.root(), 3)) {
            return files.filter(file -> file.toString().endsWith(".jar") && file.getParent().endsWith("lib"))
                    .filter(file -> !artifact.isNative() || file.toString().contains("native-image-source-jar"))
                    .collect(Collectors.toMap(file -> file.getFileName().toString().replaceFirst("-\\d.*", ""), Footprint::size,
                            Long::sum, TreeMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
