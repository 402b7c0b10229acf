package io.stockroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExportedObjectsTest {

    @TempDir
    Path folder;

    /** The same ids in another window or location are other versions or other rows. */
    @Test
    void eachRowIsOnceInTheObjectsOfItsWindow() {
        write("location_id=4564/start-20261127T060000Z-0001.ndjson.gz", 1, 3);
        write("location_id=4564/start-20261127T060000Z-0002.ndjson.gz", 4, 5);
        write("location_id=4564/20261127T060000Z-20261127T070000Z-0001.ndjson.gz", 5, 5);
        write("location_id=4565/start-20261127T060000Z-0001.ndjson.gz", 1, 5);

        ExportedObjects.in(folder).expect(11);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"4 | 4 | 4 rows with 4 different ids, expected 5",
            "3 | 5 | 6 rows with 5 different ids, expected 5"})
    void failsIfRowsAreMissingOrDuplicated(int first, int last, String message) {
        write("start-20261127T060000Z-0001.ndjson.gz", 1, 3);
        write("start-20261127T060000Z-0002.ndjson.gz", first, last);

        ExportedObjects objects = ExportedObjects.in(folder);
        assertThat(assertThrows(IllegalStateException.class, () -> objects.expect(5)).getMessage(), containsString(message));
    }

    @Test
    void findsWhatIsNewAndItsSize() throws IOException {
        write("start-20261127T060000Z-0001.ndjson.gz", 1, 3);
        ExportedObjects before = ExportedObjects.in(folder);
        assertEquals(0, ExportedObjects.in(folder).since(before).bytes());
        write("location_id=4565/found-20261127T060000Z-0001.ndjson.gz", 4, 5);
        Files.createFile(folder.resolve("upload"));

        ExportedObjects after = ExportedObjects.in(folder).since(before);

        assertEquals(1, after.files().size());
        assertEquals(Files.size(after.files().get(0)), after.bytes());
        assertTrue(after.bytes() > 0);
        after.expect(2);
    }

    private void write(String name, int first, int last) {
        Path file = folder.resolve(name);
        try {
            Files.createDirectories(file.getParent());
            try (OutputStream lines = new GZIPOutputStream(Files.newOutputStream(file))) {
                for (int id : IntStream.rangeClosed(first, last).toArray()) {
                    lines.write(("{\"id\":" + id + ",\"comment\":\"-10 %, \\\"VIP\\\"\"}\n").getBytes(UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
