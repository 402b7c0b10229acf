package io.stockroom.exports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What any store of exported files does. In the tests, each keeps an object as a file of its name in {@link #objects}. */
abstract class ExportStoreContract {

    static final String NAME = "transactions/location_id=4564/date=2026-11-25/20261125T100000Z-0001.ndjson.gz";
    static final int LARGE_BYTES = 60_000_000;

    @TempDir
    Path folder;
    Path objects;

    @BeforeEach
    void createFolder() throws IOException {
        objects = Files.createDirectory(folder.resolve("objects"));
    }

    abstract ExportStore store();

    @Test
    void aFileIsStoredAndStaysTheCallers() throws IOException {
        Path file = file("one");

        store().put(NAME, file);

        assertEquals("one", object(NAME));
        assertEquals("one", Files.readString(file));
        assertEquals(List.of(NAME), names());
    }

    @Test
    void aFileReplacesTheOneOfThatName() {
        ExportStore store = store();

        store.put(NAME, file("a longer one"));
        store.put(NAME, file("two"));

        assertEquals("two", object(NAME));
        assertEquals(List.of(NAME), names());
    }

    @ParameterizedTest
    @ValueSource(strings = {"_SUCCESS", "location_id=4564/0001.ndjson.gz", "with a blank", "Склад/Київ/ö.gz", "a+b", "100%", "100%25",
            "~user", "*", "it's (a) name!", "a:b@c,d;e&f?g#h", "a=%3D", "emoji \uD83D\uDE00"})
    void aNameMayContainAlmostAnything(String name) {
        store().put(name, file(name));

        assertEquals(name, object(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/", "/absolute", "folder/", "a//b", "..", "../outside", "a/../../outside", ".", "a/./b", "a\\..\\b",
            "line\nbreak", "nul\0"})
    void aNameThatCouldLeaveTheFolderIsRejected(String name) {
        ExportStore store = store();

        assertThrows(IllegalArgumentException.class, () -> store.put(name, file("text")));
        assertEquals(List.of(), names());
    }

    @Test
    void aNameIsAtMostAsLongAsS3Allows() {
        String name = "папка/".repeat(93);

        store().put(name + "1", file("text"));

        assertThrows(IllegalArgumentException.class, () -> store().put(name + "12", file("text")));
        assertEquals("text", object(name + "1"));
    }

    @Test
    void anEmptyFileIsStored() {
        store().put(NAME, file(""));

        assertEquals("", object(NAME));
    }

    @Test
    void aLargeFileIsStored() throws IOException {
        Path file = largeFile(folder.resolve("large"));

        store().put(NAME, file);

        assertEquals(-1, Files.mismatch(file, objects.resolve(NAME)));
    }

    @Test
    void aFileThatCannotBeReadLeavesTheOldOne() {
        ExportStore store = store();
        store.put(NAME, file("old"));

        for (Path unreadable : List.of(folder.resolve("missing"), folder)) {
            String message = assertThrows(ExportStoreException.class, () -> store.put(NAME, unreadable)).getMessage();
            assertEquals(1, message.lines().count());
        }
        assertEquals("old", object(NAME));
        assertEquals(List.of(NAME), names());
    }

    @Test
    void aCheckWritesAnObjectThatSqlEnginesIgnore() {
        store().check();
        store().check();

        assertEquals(List.of("transactions/_check"), names());
        assertTrue(object("transactions/_check").length() < 100);
    }

    final Path file(String text) {
        try {
            return Files.writeString(Files.createTempFile(folder, "file", ".gz"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path largeFile(Path file) throws IOException {
        byte[] block = new byte[1_000_000];
        new Random(1).nextBytes(block);
        try (OutputStream output = Files.newOutputStream(file)) {
            for (int bytes = 0; bytes < LARGE_BYTES; bytes += block.length) {
                Arrays.fill(block, 0, 100, (byte) bytes);
                output.write(block);
            }
        }
        return file;
    }

    final String object(String name) {
        try {
            return Files.readString(objects.resolve(name), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the names of all objects. */
    final List<String> names() {
        try (Stream<Path> files = Files.walk(objects)) {
            return files.filter(Files::isRegularFile).map(file -> objects.relativize(file).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
