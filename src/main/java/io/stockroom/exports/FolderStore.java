package io.stockroom.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Keeps exported files in a folder. */
final class FolderStore implements ExportStore {

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public void put(String name, Path file) {
        ObjectName objectName = ObjectName.of(name);
        try (InputStream content = Files.newInputStream(file)) {
            write(objectName, content);
        } catch (IOException e) {
            throw failure(name, e);
        }
    }

    @Override
    public void check() {
        try {
            write(ObjectName.of(CHECK_NAME), new ByteArrayInputStream("Stockroom can write here.\n".getBytes(UTF_8)));
        } catch (IOException e) {
            throw failure(CHECK_NAME, e);
        }
    }

    /** The temporary file is beside its target, because only a move within a file system is atomic, and begins with an underscore. */
    private void write(ObjectName name, InputStream content) throws IOException {
        Path target = folder.resolve(String.join("/", name.segments()));
        Files.createDirectories(target.getParent());
        Path temporary = target.resolveSibling("_" + UUID.randomUUID() + ".tmp");
        try {
            Files.copy(content, temporary);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static ExportStoreException failure(String name, IOException cause) {
        return new ExportStoreException("The file " + name + " could not be written: " + cause, cause);
    }
}
