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
 * The packaged functions, unpacked as Lambda unpacks them into {@code /var/task}, and the command that starts them.
 *
 * @param zip  {@code target/function.zip}, or the file in the system property {@code function.zip}
 * @param root the folder with the unpacked files
 */
public record Artifact(Path zip, Path root) implements Code {

    /** Returns the artifact of this build, unpacked once per JVM. */
    public static Artifact packaged() {
        return Packaged.ARTIFACT;
    }

    private static final class Packaged {
        static final Artifact ARTIFACT = in(Path.of(System.getProperty("function.zip", "target/function.zip")));
    }

    /** Unpacks the zip; deletes the unpacked files when this JVM ends. */
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
            throw new UncheckedIOException("No artifact to test: package the functions first", e);
        }
        Artifact artifact = new Artifact(zip, root);
        // ZipInputStream does not expose the file permissions in the zip.
        artifact.bootstrap().toFile().setExecutable(true);
        return artifact;
    }

    /** Returns whether this is one native executable, rather than classes and jars for the Java runtime. */
    public boolean isNative() {
        return Files.exists(bootstrap());
    }

    public long zipSize() {
        return size(zip);
    }

    /** Returns the size of the unpacked files in bytes; for a native artifact, that of the executable. */
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
     * {@inheritDoc} The maximum heap sizes, 80 % and 85 % of the memory, are those that the native executable and the Java runtime
     * choose by default in an environment of that size.
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
