package io.stockroom.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * The packaged functions, unpacked as Lambda does it into {@code /var/task}, and the command that starts them.
 *
 * @param zip {@code target/function.zip}, or what the system property {@code function.zip} names
 * @param root the folder it is unpacked in
 */
public record Artifact(Path zip, Path root) implements Code {

    /** The artifact of this build, unpacked once for all tests of a JVM. */
    public static Artifact packaged() {
        return Packaged.ARTIFACT;
    }

    private static final class Packaged {
        static final Artifact ARTIFACT = in(Path.of(System.getProperty("function.zip", "target/function.zip")));
    }

    /** The artifact in that zip, unpacked until this JVM ends. */
    public static Artifact in(Path zip) {
        Path root = Scratch.folder("artifact");
        Runtime.getRuntime().addShutdownHook(new Thread(() -> Scratch.delete(root)));
        try (ZipInputStream content = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry; (entry = content.getNextEntry()) != null;) {
                Path path = root.resolve(entry.getName());
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                } else {
                    Files.createDirectories(path.getParent());
                    Files.copy(content, path);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("no artifact to test: package the functions first", e);
        }
        Artifact artifact = new Artifact(zip, root);
        // The stream does not show the permissions that the zip has for it.
        artifact.bootstrap().toFile().setExecutable(true);
        return artifact;
    }

    /** Whether it is one native executable; otherwise it is classes and jars for the Java runtime. */
    public boolean isNative() {
        return Files.exists(bootstrap());
    }

    public long zipSize() {
        return size(zip);
    }

    /** Bytes of the unpacked files; of a native artifact, the size of the executable. */
    public long unpackedSize() {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(Files::isRegularFile).mapToLong(Artifact::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String handler() {
        return isNative() ? "bootstrap" : JavaRuntime.HANDLER;
    }

    /**
     * {@inheritDoc} The share of the memory that the heap may take is what the executable and the Java runtime come to by
     * themselves in an environment of that size.
     */
    @Override
    public List<String> command(int memoryMegabytes, Path folder, List<String> options) {
        List<String> command = new ArrayList<>();
        if (isNative()) {
            command.add(bootstrap().toString());
            command.add("-Xmx" + memoryMegabytes * 80 / 100 + "m");
        } else {
            command.add(JavaRuntime.java());
            command.addAll(JavaRuntime.options(folder));
            command.add("-Xmx" + memoryMegabytes * 85 / 100 + "m");
        }
        command.addAll(options);
        if (!isNative()) {
            command.addAll(JavaRuntime.main());
        }
        return command;
    }

    private Path bootstrap() {
        return root.resolve("bootstrap");
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
