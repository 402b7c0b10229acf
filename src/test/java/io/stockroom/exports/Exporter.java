package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.MovableClock;
import io.stockroom.invocation.CallContext;
import io.stockroom.local.sandbox.Location;
import io.stockroom.local.sandbox.Movement;
import io.stockroom.transactions.Transactions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Runs exports into a folder, each run with a memory of its own, as instances have it. */
public final class Exporter {

    private static final Duration TIME = Duration.ofMinutes(15);

    private final Transactions transactions;
    private final ObjectMapper mapper;
    private final MovableClock clock;
    private final Path folder;
    private ExportStates states;
    private ExportSettings settings = ExportSettings.DEFAULT;
    private ExportStore store;

    Exporter(Transactions transactions, ObjectMapper mapper, MovableClock clock, Path folder, ExportStates states) {
        this.transactions = transactions;
        this.mapper = mapper;
        this.clock = clock;
        this.folder = folder;
        this.states = states;
        this.store = new CopyingStore(folder);
    }

    void settings(ExportSettings changed) {
        settings = changed;
    }

    void store(ExportStore changed) {
        store = changed;
    }

    ExportStore store() {
        return store;
    }

    void states(ExportStates changed) {
        states = changed;
    }

    ExportStates states() {
        return states;
    }

    /** Exports, in one run after the other until nothing is left. */
    ExportReport export() {
        return runToEnd(Map.of());
    }

    /** Compares, likewise. */
    ExportReport compare() {
        return runToEnd(Map.of("task", "compare"));
    }

    ExportReport runToEnd(Map<String, Object> event) {
        ExportReport report = run(event, Steps.all());
        while (report.next() != null) {
            report = run(report.next().event(), Steps.all());
        }
        return report;
    }

    /** Runs once, with the time of a function. */
    ExportReport run(Map<String, Object> event, Steps steps) {
        ExportStates ofRun = steps.of(states);
        ExportFiles files = new ExportFiles(transactions, steps.of(store), settings, mapper, clock);
        ExportIds ids = new ExportIds(ofRun);
        return new ExportRun(new WindowExport(files, ids, settings, clock), new Comparison(files, ids, settings, clock), ofRun, settings,
                null, clock).run(ExportRequest.from(event), UUID.randomUUID().toString(), CallContext.in(TIME, clock));
    }

    ExportedFiles files() {
        return new ExportedFiles(folder);
    }

    /** Returns the names of the files, without the folders that all have in common. */
    List<String> names() {
        try (Stream<Path> paths = Files.walk(folder)) {
            return paths.filter(Files::isRegularFile).map(path -> folder.relativize(path).toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asserts that the view of location 4564 has exactly its transactions, each as it is now. */
    void assertViewEquals(Location location) {
        assertViewEquals(files(), location);
    }

    /** Asserts that the view of the files has exactly the transactions of location 4564, each as it is now. */
    public static void assertViewEquals(ExportedFiles files, Location location) {
        Map<Long, List<Object>> expected = new TreeMap<>();
        location.movements().forEach(movement -> expected.put(movement.id(), row(movement)));
        Map<Long, List<Object>> found = new TreeMap<>();
        files.transactions(4564).forEach((id, row) -> found.put(id, row(row)));
        found.entrySet().removeIf(row -> row.getValue().equals(expected.get(row.getKey())) && expected.remove(row.getKey()) != null);
        assertEquals(Map.of(), found, "These rows of the view are not in the sandbox");
        assertEquals(Map.of(), expected, "These rows of the sandbox are not in the view");
    }

    private static List<Object> row(Movement movement) {
        return List.of(movement.id(), movement.documentId(), (long) movement.type().id(), movement.amount().stripTrailingZeros(),
                movement.line().price().cost().stripTrailingZeros(), movement.line().price().perUnit().stripTrailingZeros(),
                movement.line().price().discount().stripTrailingZeros(), movement.line().comment(), movement.goodId(),
                movement.storageId(), movement.line().parties().masterId(), movement.line().parties().clientId(),
                movement.line().parties().supplierId(), movement.line().parties().serviceId(), movement.line().parties().recordId());
    }

    private static List<Object> row(Map<String, Object> row) {
        return List.of(row.get("id"), row.get("document_id"), row.get("type_id"), row.get("amount"), row.get("cost"),
                row.get("cost_per_unit"), row.getOrDefault("discount", BigDecimal.ZERO),
                row.get("comment") == null ? "" : row.get("comment"),
                relation(row, "good"), relation(row, "storage"), relation(row, "master"), relation(row, "client"),
                relation(row, "supplier"), relation(row, "service"), row.get("record_id") == null ? 0L : row.get("record_id"));
    }

    private static Object relation(Map<String, Object> row, String name) {
        return row.get(name) instanceof Map<?, ?> relation ? relation.get("id") : 0L;
    }

    /** Writes to a folder. */
    record CopyingStore(Path folder) implements ExportStore {

        @Override
        public void put(String name, Path file) {
            Path target = folder.resolve(name);
            try {
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void check() {
            throw new UnsupportedOperationException();
        }
    }
}
