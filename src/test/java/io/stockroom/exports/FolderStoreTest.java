package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

class FolderStoreTest extends ExportStoreContract {

    @Override
    ExportStore store() {
        return new FolderStore(objects);
    }

    @Test
    void theFolderIsCreated() throws IOException {
        objects = objects.resolve("a/b");

        store().put(NAME, file("text"));

        assertEquals("text", object(NAME));
    }

    @Test
    void aFileThatCannotBeWrittenIsReportedAndLeavesNoPart() throws IOException {
        Files.createDirectories(objects.resolve(NAME).resolve("folder"));
        Files.writeString(objects.resolve("file"), "text");
        ExportStore store = store();

        for (String name : List.of(NAME, "file/in-a-file.gz")) {
            String message = assertThrows(ExportStoreException.class, () -> store.put(name, file("text"))).getMessage();
            assertTrue(message.startsWith("The file " + name + " could not be written: "), message);
        }
        assertEquals(List.of("file"), names());
    }

    @Test
    void othersMayReadAsTheUserOfTheProcessLetsThem() throws IOException {
        store().put(NAME, file("text"));

        assertEquals(Files.getPosixFilePermissions(Files.createFile(folder.resolve("usual"))),
                Files.getPosixFilePermissions(objects.resolve(NAME)));
    }
}
