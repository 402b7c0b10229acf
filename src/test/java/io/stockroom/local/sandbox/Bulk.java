package io.stockroom.local.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stockroom.local.sandbox.Operation.Line;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Answers of the sandbox in bulk: the seeded lines over and over, newest first, with all their quirks. They are written
 * beforehand, so that serving a page costs next to nothing.
 */
public final class Bulk {

    private static final Instant NEWEST = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration APART = Duration.ofMinutes(5);
    private static final int LINES_A_DOCUMENT = 3;

    private final List<Movement> movements = new ArrayList<>();
    private final List<byte[]> rows = new ArrayList<>();
    private final byte[] storages;

    private Bulk(int size) {
        Catalog catalog = Catalog.salon();
        Location location = new Location(4564, catalog, List.of(), Clock.systemUTC());
        List<Operation> seed = Seed.operations(catalog);
        storages = envelope(List.of(Json.write(new Lists(location).storages()).getBytes(UTF_8)), "", "");
        for (int i = 0; i < size; i++) {
            Operation operation = seed.get(i % seed.size());
            Line line = operation.lines().get(i % operation.lines().size());
            Instant created = NEWEST.minus(APART.multipliedBy(i));
            int number = size - i;
            movements.add(new Movement(1_000_000L + number, 456_400_000L + number / LINES_A_DOCUMENT, operation.type(),
                    operation.storageId(), created, created, line));
            rows.add(Json.write(new Rows(location).found(movements.get(i))).getBytes(UTF_8));
        }
    }

    /** That many transactions. */
    public static Bulk of(int rows) {
        return new Bulk(rows);
    }

    /** What {@code GET /storages/{location_id}} answers. */
    public byte[] storages() {
        return storages.clone();
    }

    /** What {@code GET /storages/transactions/{location_id}} answers to the query. */
    public byte[] transactions(Map<String, String> query) {
        Search search = Search.from(query);
        boolean everything = query.keySet().stream().allMatch(name -> name.equals("page") || name.equals("count"));
        return envelope(IntStream.range(0, rows.size())
                .filter(row -> everything || search.matches(movements.get(row)))
                .skip(search.offset()).limit(search.count()).mapToObj(rows::get).toList(), "[", "]");
    }

    private static byte[] envelope(List<byte[]> data, String opening, String closing) {
        ByteArrayOutputStream envelope = new ByteArrayOutputStream();
        envelope.writeBytes(("{\"success\":true,\"data\":" + opening).getBytes(UTF_8));
        for (int i = 0; i < data.size(); i++) {
            if (i > 0) {
                envelope.write(',');
            }
            envelope.writeBytes(data.get(i));
        }
        envelope.writeBytes((closing + ",\"meta\":[]}").getBytes(UTF_8));
        return envelope.toByteArray();
    }
}
