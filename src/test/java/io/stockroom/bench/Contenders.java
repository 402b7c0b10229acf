package io.stockroom.bench;

import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Code;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The contenders available on this machine, Stockroom first.
 *
 * @param absent one line for each contender that is skipped, with the reason
 */
record Contenders(List<Contender> present, List<String> absent) {

    private static final Path SOURCES = Path.of("src/test/bench");

    /**
     * Finds the contenders. Stockroom's are the native and the JVM artifact in {@code function.zip} or below {@code target}, and
     * the other builds in {@code bench.others}, to measure a change.
     */
    static Contenders find() {
        String configured = System.getProperty("function.zip", "");
        List<Artifact> stockroom = artifacts(configured, "target/function.zip", "target/jvm/function.zip");
        List<Artifact> hello = artifacts(System.getProperty("bench.hello", "target/hello/function.zip"));
        Contenders contenders = new Contenders(new ArrayList<>(), new ArrayList<>());
        contenders.add("Stockroom, native", stockroom.stream().filter(Artifact::isNative), true,
                "build it with -Dnative, or set -Dfunction.zip");
        for (Artifact other : artifacts(System.getProperty("bench.others", "").split(","))) {
            contenders.add(other.zip().getFileName().toString().replace(".zip", ""), Stream.of(other), true, "");
        }
        contenders.add("Stockroom, JVM " + Runtime.version().feature(), stockroom.stream().filter(zip -> !zip.isNative()), true,
                "build it with ./mvnw -Pbench verify");
        contenders.add("Quarkus hello, native", hello.stream().filter(Artifact::isNative), false,
                "build it with ./mvnw -f src/test/bench/hello/pom.xml package");
        contenders.addScript("Node.js", Path.of("node/function.mjs"),
                "node", "-p", "process.execPath + '\\n' + process.versions.node");
        contenders.addScript("Python", Path.of("python/function.py"),
                "python3", "-c", "import platform, sys; print(sys.executable); print(platform.python_version())");
        return contenders;
    }

    private static List<Artifact> artifacts(String... zips) {
        return Stream.of(zips).filter(zip -> !zip.isBlank()).map(Path::of).filter(Files::exists).map(Artifact::in).toList();
    }

    private void add(String name, Stream<Artifact> artifacts, boolean callsAltegio, String remedy) {
        artifacts.findFirst().ifPresentOrElse(
                found -> present.add(new Contender(name, found, callsAltegio, found.zipSize(), found.unpackedSize())),
                () -> absent.add(name + " was skipped: " + remedy + "."));
    }

    /** @param command prints the real path of the interpreter, not that of a wrapper, and its version */
    private void addScript(String name, Path file, String... command) {
        try {
            Process process = new ProcessBuilder(command).start();
            List<String> output = new String(process.getInputStream().readAllBytes()).lines().toList();
            if (process.waitFor() == 0 && output.size() == 2) {
                Path script = SOURCES.resolve(file);
                Code code = new Script(Path.of(output.get(0)), script);
                present.add(new Contender(name + " " + output.get(1), code, true, zipped(script), Files.size(script)));
                return;
            }
        } catch (IOException e) {
            // The command does not exist: skipped, like an interpreter that fails.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        absent.add(name + " was skipped: " + command[0] + " was not found.");
    }

    private static long zipped(Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(file.getFileName().toString()));
            Files.copy(file, zip);
        }
        return bytes.size();
    }
}
