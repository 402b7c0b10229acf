package io.stockroom.local.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.stockroom.local.sandbox.SandboxOperation.Line;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Precomputed sandbox responses of any size: the seeded lines repeated, newest first, with all their quirks. Serving a page
 * costs next to nothing.
 */
public final class PrecomputedResponses {

    private static final Instant NEWEST = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofMinutes(5);
    private static final int LINES_PER_DOCUMENT = 3;

    private final List<Movement> movements = new ArrayList<>();
    private final List<byte[]> rows = new ArrayList<>();
    private final List<byte[]> goods;
    private final byte[] storages;

    private PrecomputedResponses(int size, int goodsSize) {
        Location catalogOnly = new Location(4564, Catalog.bare(), List.of(), Clock.systemUTC());
        catalogOnly.addGoods(goodsSize);
        goods = catalogOnly.catalog().goods().values().stream()
                .map(good -> Json.write(new SandboxGoods(catalogOnly).row(good)).getBytes(UTF_8)).toList();
        Catalog catalog = Catalog.salon();
        Location location = new Location(4564, catalog, List.of(), Clock.systemUTC());
        List<SandboxOperation> seed = Seed.operations(catalog);
        storages = envelope(List.of(Json.write(new ListResponses(location).storages()).getBytes(UTF_8)), "", "");
        for (int i = 0; i < size; i++) {
            SandboxOperation operation = seed.get(i % seed.size());
            Line line = operation.lines().get(i % operation.lines().size());
            Instant created = NEWEST.minus(INTERVAL.multipliedBy(i));
            int number = size - i;
            movements.add(new Movement(1_000_000L + number, 456_400_000L + number / LINES_PER_DOCUMENT, operation.type(),
                    operation.storageId(), created, created, line));
            rows.add(Json.write(new TransactionJson(location, SandboxQuirks.Comments.UNCHANGED).searchRow(movements.get(i)))
                    .getBytes(UTF_8));
        }
    }

    /** Creates the given number of transactions. */
    public static PrecomputedResponses of(int rows) {
        return new PrecomputedResponses(rows, 0);
    }

    /** Creates the given number of goods, each with stock in two storages. */
    public static PrecomputedResponses ofGoods(int goods) {
        return new PrecomputedResponses(0, goods);
    }

    /** Returns the response to {@code GET /storages/{location_id}}. */
    public byte[] storages() {
        return storages.clone();
    }

    /** Returns the response to {@code GET /storages/transactions/{location_id}} with this query. */
    public byte[] transactions(Map<String, String> query) {
        SandboxSearch search = SandboxSearch.from(query, SandboxQuirks.NONE);
        boolean unfiltered = query.keySet().stream().allMatch(name -> name.equals("page") || name.equals("count"));
        return envelope(IntStream.range(0, rows.size())
                .filter(row -> unfiltered || search.matches(movements.get(row)))
                .skip(search.offset()).limit(search.count()).mapToObj(rows::get).toList(), "[", "]");
    }

    /** Returns the response to {@code GET /goods/{location_id}} with this query, which has no filter. */
    public byte[] goods(Map<String, String> query) {
        GoodsSearch search = GoodsSearch.from(query, SandboxQuirks.NONE);
        return envelope(goods.stream().skip(search.offset()).limit(search.count()).toList(), "[", "]");
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
