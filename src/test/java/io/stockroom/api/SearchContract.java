package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.oneOf;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.stockroom.Slow;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Searches and exports ({@code all=true}), with a maximum response size far below Lambda's limit. */
abstract class SearchContract extends ApiContract {

    static final int RESPONSE_SIZE = 60_000;
    static final int PAGE_SIZE = 150;
    static final String TIMEOUT = "PT6S";

    private static final String SEARCH = "GET /storages/transactions";
    private static final RowIds IDS = new RowIds("id");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicBoolean closed = new AtomicBoolean();

    @AfterEach
    void close() {
        closed.set(true);
    }

    @Slow
    @ParameterizedTest
    @CsvSource({"application/json,false", "application/json,true", "text/csv,false", "text/csv,true",
            "application/x-ndjson,false", "application/x-ndjson,true"})
    void linksLeadToEveryRowOnceInEachFormat(String accept, boolean gzip) throws Exception {
        List<Long> expected = all();

        List<Links.Part> parts = Links.follow(api("?all=true"), accept, gzip, part -> {
            assertTrue(part.size() <= RESPONSE_SIZE, () -> part.size() + " bytes");
            assertEquals(gzip ? "gzip" : "", part.header("Content-Encoding"));
            assertEquals("Accept, Accept-Encoding", part.header("Vary"));
        });

        assertEquals(expected, IDS.of(parts, accept));
        assertTrue(parts.size() > 1, "everything in one part");
    }

    @Slow
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void exportHasNoGapsOrDuplicatesDuringConcurrentBookings(int seed) throws Exception {
        List<Long> expected = all();
        Random random = new Random(seed);
        CompletableFuture<Void> others = CompletableFuture.runAsync(() -> {
            while (!closed.get()) {
                bookElsewhere(random);
            }
        });

        URI start = api("?all=true&count=" + (30 + random.nextInt(200)));
        List<Links.Part> parts = Links.follow(start, "text/csv", seed == 2, part -> bookElsewhere(new Random(seed)));
        closed.set(true);
        others.join();

        List<Long> found = IDS.of(parts, "text/csv");
        assertEquals(found.size(), new HashSet<>(found).size(), "duplicates, seed " + seed);
        assertEquals(expected, found.stream().filter(new HashSet<>(expected)::contains).toList(), "seed " + seed);
    }

    @Test
    void lastPartIsMarkedAndTheOthersContainALink() throws Exception {
        List<Links.Part> parts = Links.follow(api("?all=true&good_id=3001,3002&start_date=2026-01-01"), "application/json", false,
                part -> {});
        for (Links.Part part : parts) {
            JsonNode meta = JSON.readTree(part.text()).get("meta");
            boolean last = part == parts.get(parts.size() - 1);
            assertEquals(last, meta.get("last").asBoolean());
            assertEquals(last ? null : Links.next(part).toString(), meta.path("next").textValue());
        }
    }

    @Test
    void combinesValuesOfOneFilterWithOrAndDifferentFiltersWithAnd() {
        search("?all=true&good_id=3001&good_id=3002,3003&type_id=1").statusCode(200)
                .body("data.good.id", everyItem(oneOf(3001, 3002, 3003))).body("data.type_id", everyItem(is(1)))
                .body("meta.last", is(true));
        search("?all=true&storage_id=102&client_id=5001").statusCode(200).body("data", hasSize(0)).body("meta.last", is(true));
        search("?count=20&client_id=5001,5002").statusCode(200).body("data", hasSize(lessThan(20)))
                .body("data.client.id", everyItem(oneOf(5001, 5002)))
                .body("meta.page", is(1)).body("meta.count", is(20)).body("meta.last", is(false));
        search("?good_id=3001,x&storage_id=0").statusCode(400).body("errors.parameter", contains("good_id", "storage_id"));
    }

    @Test
    void singlePageIsOnlyMarkedAsTheLastIfItIsEmpty() throws IOException {
        int pages = (all().size() + 99) / 100;
        search("?count=100&page=" + pages).statusCode(200).body("meta.last", is(false)).body("meta.next", nullValue());
        search("?count=100&page=" + (pages + 1)).statusCode(200).body("meta.last", is(true)).body("meta.next", nullValue());
    }

    /** More rows than Altegio returns at once come from several of its pages, and in several parts. */
    @Slow
    @ParameterizedTest
    @CsvSource({"1,1500", "2,1100", "1,50000"})
    void returnsAsManyRowsAsRequested(int page, int count) throws Exception {
        List<Long> all = all();
        List<Long> expected = all.subList((page - 1) * count, (int) Math.min(all.size(), (long) page * count));

        List<Links.Part> parts = Links.follow(api("?count=" + count + "&page=" + page), "application/x-ndjson", false,
                part -> assertTrue(part.size() <= RESPONSE_SIZE, () -> part.size() + " bytes"));

        assertEquals(expected, IDS.of(parts, "application/x-ndjson"));
        assertTrue(parts.size() > 1, "everything in one part");
        search("?count=" + count + "&page=" + page).body("meta.page", is(page)).body("meta.count", is(count));
    }

    @Test
    void continuesATooLargeSinglePageByLinks() throws Exception {
        List<Long> expected = all().subList(1000, 2000);

        List<Links.Part> parts = Links.follow(api("?count=1000&page=2"), "application/x-ndjson", false, part -> {});
        assertEquals(expected, IDS.of(parts, "application/x-ndjson"));
    }

    @Test
    void returns410IfTheRowsOfTheCursorAreGone() {
        search("?all=true&cursor=MToxOjE1MDowOjE").statusCode(410).body("type", equalTo("urn:stockroom:problem:cursor-expired"));
    }

    @Slow
    @ParameterizedTest
    @CsvSource({"slow-drip,504", "error-503,503"})
    void endsThePartOnAFailureAndContinuesAtTheLink(String fault, int status) throws Exception {
        List<Long> expected = all();
        fault(Map.of("fault", "delay", "route", SEARCH, "delay", "PT0.01S"));
        fault(Map.of("fault", fault, "route", SEARCH, "delay", "PT20S", "times", 0));

        Links.Part first = Links.get(api("?all=true"), "application/x-ndjson", true);
        assertEquals(expected.subList(0, PAGE_SIZE), IDS.of(List.of(first), "application/x-ndjson"));
        assertEquals(status, Links.get(Links.next(first), "application/x-ndjson", false).response().statusCode());
        given().delete(sandbox + "/faults").then().statusCode(200);

        List<Links.Part> parts = new ArrayList<>(List.of(first));
        parts.addAll(Links.follow(Links.next(first), "application/x-ndjson", true, part -> {}));
        assertEquals(expected, IDS.of(parts, "application/x-ndjson"));
    }

    private URI api(String query) {
        return api.resolve(TRANSACTIONS + query);
    }

    private static ValidatableResponse search(String query) {
        return given().urlEncodingEnabled(false).get(TRANSACTIONS + query).then();
    }

    /** Returns the IDs of all rows, read directly from the sandbox. */
    private List<Long> all() throws IOException {
        List<Long> ids = new ArrayList<>();
        for (int page = 1; ids.size() == 1000 * (page - 1); page++) {
            ids.addAll(IDS.ofJson(altegio().get(sandbox + "/api/v1" + TRANSACTIONS + "?count=1000&page=" + page).asString()));
        }
        return ids;
    }

    /** Books a sale on a random day of the year, which shifts the rows of later pages. */
    private void bookElsewhere(Random random) {
        Map<String, Object> line = line();
        line.put("cost", "26.82");
        Map<String, Object> sale = sale(Collections.nCopies(1 + random.nextInt(2), line));
        sale.put("create_date", String.format("2026-%02d-%02dT10:00:00+02:00", 1 + random.nextInt(12), 1 + random.nextInt(28)));
        altegio().contentType(ContentType.JSON).body(sale).post(sandbox + "/api/v1" + OPERATIONS).then().statusCode(200);
    }
}
