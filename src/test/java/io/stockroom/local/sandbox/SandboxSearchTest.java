package io.stockroom.local.sandbox;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

class SandboxSearchTest extends RunningSandbox {

    private static final String SEARCH = "/storages/transactions/4564";

    @Test
    void pagesContainEveryTransactionOnceAndTheLastPageIsShort() throws Exception {
        Set<Long> ids = new HashSet<>();
        int page = 0;
        List<JsonNode> rows;
        do {
            rows = rows("?count=200&page=" + ++page);
            rows.forEach(row -> assertTrue(ids.add(row.get("id").asLong())));
        } while (rows.size() == 200);
        assertEquals(server.sandbox().location(4564).movements().size(), ids.size());
        assertTrue(ids.size() > 2900 && ids.size() < 3100, "about 3,000, not " + ids.size());
        assertEquals(List.of(), rows("?count=200&page=" + (page + 1)));
    }

    @Test
    void everyPageOfTwentyContainsEveryQuirk() throws Exception {
        int pages = server.sandbox().location(4564).movements().size() / 20;
        for (int page = 1; page <= pages; page++) {
            List<JsonNode> rows = rows("?page=" + page);
            assertEquals(20, rows.size());
            assertEquals(Set.of(29, 24, 19), distinct(rows, row -> row.get("create_date").asText().length()));
            for (String number : List.of("id", "document_id", "type_id", "amount", "cost", "cost_per_unit")) {
                assertEquals(Set.of(true, false), distinct(rows, row -> row.get(number).isTextual()), number);
            }
            for (String relation : List.of("master", "supplier", "service")) {
                assertEquals(Set.of(true, false), distinct(rows, row -> row.get(relation).isArray()), relation);
            }
            for (String client : List.of("client", "clients")) {
                assertTrue(any(rows, row -> row.path(client).has("phone")), client);
            }
            assertTrue(any(rows, row -> row.path("client").isArray() || row.path("clients").isArray()));
            assertTrue(any(rows, row -> row.get("record_id").asLong() == 0));
            assertTrue(rows.stream().allMatch(row -> row.has("loyalty_abonement_id") && row.has("loyalty_certificate_id")));
            assertEquals(Set.of(1, 2, 3, 4, 5), distinct(rows, row -> row.get("type_id").asInt()));
            assertTrue(rows.stream().allMatch(row -> row.get("type").isTextual()));
        }
    }

    @Test
    void amountsAreSignedAndCostsAreNotNegative() throws Exception {
        List<JsonNode> rows = rows("?count=1000");
        assertTrue(rows.stream().allMatch(row -> row.get("type_id").asInt() == 3 == row.get("amount").asDouble() > 0));
        assertTrue(rows.stream().allMatch(row -> row.get("cost").asDouble() >= 0));
        assertTrue(any(rows, row -> row.get("amount").asText().equals("-1.25")));
    }

    @Test
    void datesAreInTheLocationsTimeZoneAndInclusive() throws Exception {
        List<JsonNode> day = rows("?count=1000&start_date=2026-03-02&end_date=2026-03-04");
        assertEquals(Set.of("2026-03-02", "2026-03-03", "2026-03-04"),
                distinct(day, row -> row.get("create_date").asText().substring(0, 10)));
        // 00:20 in Sofia is still the previous day in UTC.
        assertTrue(any(rows("?start_date=2026-02-11&end_date=2026-02-11"),
                row -> row.get("create_date").asText().contains("00:20:00")));
    }

    @Test
    void findsADocumentById() throws Exception {
        long document = server.sandbox().location(4564).movements().get(500).documentId();
        assertEquals(Set.of(document), distinct(rows("?document_id=" + document), row -> row.get("document_id").asLong()));
    }

    @Test
    void findsChangesInAnInclusiveRange() throws Exception {
        Movement movement = server.sandbox().location(4564).movements().get(700);
        String timestamp = movement.changed().toString();
        assertTrue(any(rows("?changed_after=" + timestamp + "&changed_before=" + timestamp),
                row -> row.get("id").asLong() == movement.id()));
        assertEquals(List.of(), rows("?changed_after=2026-12-31T00:00:00%2B02:00"));
        assertEquals(List.of(), rows("?changed_before=2000-01-01T00:00:00"));
    }

    @Test
    void namesInvalidParameters() throws Exception {
        var response = caller.get(SEARCH + "?page=0&count=many&start_date=yesterday&changed_after=2026");
        assertEquals(400, response.statusCode());
        assertEquals(List.of("page", "count", "start_date", "changed_after"),
                names(SandboxCaller.meta(response).get("errors")));
    }

    @Test
    void bareLocationHasNoTransactions() throws Exception {
        assertEquals(0, caller.data("/storages/transactions/4565").size());
    }

    private static List<JsonNode> rows(String query) throws IOException, InterruptedException {
        return StreamSupport.stream(caller.data(SEARCH + query).spliterator(), false).toList();
    }

    private static <T> Set<T> distinct(List<JsonNode> rows, Function<JsonNode, T> field) {
        return rows.stream().map(field).collect(toSet());
    }

    private static boolean any(List<JsonNode> rows, Predicate<JsonNode> test) {
        return rows.stream().anyMatch(test);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
