package io.stockroom.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** Exported objects, each a file: gzip of lines of JSON. */
record ExportedObjects(List<Path> files) {

    private static final ObjectReader JSON = new ObjectMapper().reader();
    /** The number of the part at the end of a name; the parts of a window have the rest of it in common. */
    private static final String PART = "-\\d+\\.ndjson\\.gz$";

    static ExportedObjects in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return new ExportedObjects(files.filter(file -> file.toString().endsWith(".ndjson.gz")).sorted().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns those that were not there before. */
    ExportedObjects since(ExportedObjects before) {
        return new ExportedObjects(files.stream().filter(file -> !before.files.contains(file)).toList());
    }

    /** Returns their size in bytes. */
    long bytes() {
        return files.stream().mapToLong(file -> file.toFile().length()).sum();
    }

    /**
     * Checks that they contain the given number of rows, each once in the parts of its window.
     *
     * @throws IllegalStateException if a row is missing or duplicated
     */
    void expect(int rows) {
        int lines = 0;
        Map<String, Set<Long>> idsByWindow = new HashMap<>();
        for (Path file : files) {
            lines += read(file, idsByWindow.computeIfAbsent(file.toString().replaceAll(PART, ""), first -> new HashSet<>()));
        }
        int distinct = idsByWindow.values().stream().mapToInt(Set::size).sum();
        if (lines != rows || distinct != rows) {
            throw new IllegalStateException("The objects have " + lines + " rows with " + distinct + " different ids, expected " + rows);
        }
    }

    /** Adds the ids of a file, and returns its number of lines. */
    private static int read(Path file, Set<Long> ids) {
        int lines = 0;
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
            for (String line; (line = reader.readLine()) != null; lines++) {
                ids.add(id(line));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
        return lines;
    }

    private static long id(String line) throws JsonProcessingException {
        return JSON.readTree(line).required("id").longValue();
    }
}
