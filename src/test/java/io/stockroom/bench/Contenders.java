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
 * Who can take part on this machine, Stockroom first, and who can't.
 *
 * @param absent a line for each that is left out, with the reason
 */
record Contenders(List<Contender> present, List<String> absent) {

    private static final Path SOURCES = Path.of("src/test/bench");

    /**
     * Stockroom's own are the native and the JVM artifact, in whichever of the usual places they are, and other builds of it
     * that {@code bench.others} names, by which a change is measured.
     */
    static Contenders find() {
        String named = System.getProperty("function.zip", "");
        List<Artifact> stockroom = artifacts(named, "target/function.zip", "target/jvm/function.zip");
        List<Artifact> hello = artifacts(System.getProperty("bench.hello", "target/hello/function.zip"));
        Contenders contenders = new Contenders(new ArrayList<>(), new ArrayList<>());
        contenders.add("Stockroom, native", stockroom.stream().filter(Artifact::isNative), true,
                "-Dnative builds it, -Dfunction.zip names it");
        for (Artifact other : artifacts(System.getProperty("bench.others", "").split(","))) {
            contenders.add(other.zip().getFileName().toString().replace(".zip", ""), Stream.of(other), true, "");
        }
        contenders.add("Stockroom, JVM " + Runtime.version().feature(), stockroom.stream().filter(zip -> !zip.isNative()), true,
                "./mvnw -Pbench verify builds it");
        contenders.add("Quarkus hello, native", hello.stream().filter(Artifact::isNative), false,
                "./mvnw -f src/test/bench/hello/pom.xml package builds it");
        contenders.addScript("Node.js", Path.of("node/function.mjs"),
                "node", "-p", "process.execPath + '\\n' + process.versions.node");
        contenders.addScript("Python", Path.of("python/function.py"),
                "python3", "-c", "import platform, sys; print(sys.executable); print(platform.python_version())");
        return contenders;
    }

    private static List<Artifact> artifacts(String... zips) {
        return Stream.of(zips).filter(zip -> !zip.isBlank()).map(Path::of).filter(Files::exists).map(Artifact::in).toList();
    }

    private void add(String name, Stream<Artifact> artifacts, boolean asksAltegio, String remedy) {
        artifacts.findFirst().ifPresentOrElse(
                found -> present.add(new Contender(name, found, asksAltegio, found.zipSize(), found.unpackedSize())),
                () -> absent.add(name + " is left out: " + remedy + "."));
    }

    /** @param question a command that says where the interpreter really is, past any wrapper, and its version */
    private void addScript(String name, Path file, String... question) {
        try {
            Process process = new ProcessBuilder(question).start();
            List<String> answer = new String(process.getInputStream().readAllBytes()).lines().toList();
            if (process.waitFor() == 0 && answer.size() == 2) {
                Path script = SOURCES.resolve(file);
                Code code = new Script(Path.of(answer.get(0)), script);
                present.add(new Contender(name + " " + answer.get(1), code, true, zipped(script), Files.size(script)));
                return;
            }
        } catch (IOException e) {
            // Not to be found: as good as one that does not answer.
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        absent.add(name + " is left out: there is no " + question[0] + ".");
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
