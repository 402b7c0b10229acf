package io.stockroom.local.sandbox;

import static io.stockroom.local.sandbox.SandboxCaller.json;
import static io.stockroom.local.sandbox.SandboxCaller.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.stockroom.MovableClock;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More transactions, their complete state, and changes and deletions that people make in Altegio itself. */
class SandboxTransactionsTest extends RunningSandbox {

    @Test
    void addsHistoryToALocation() throws Exception {
        int before = server.sandbox().location(4564).movements().size();
        var grown = caller.control("POST", "/transactions", "{\"count\": 10000}");
        assertEquals(201, grown.statusCode());
        int after = json(grown).get("transactions").asInt();
        assertTrue(after >= before + 10_000 && after < before + 10_010, "10,000 more than " + before + ", not " + after);
        assertEquals(after, server.sandbox().location(4564).movements().stream().map(Movement::id).distinct().count());
        assertEquals(0, server.sandbox().commits().size());
        assertEquals(400, caller.control("POST", "/transactions", "{\"count\": 0}").statusCode());
        assertEquals(400, caller.control("POST", "/transactions", "{\"count\": 1, \"location_id\": 1}").statusCode());
    }

    @Test
    void addsHistoryToALocationWithoutTransactions() throws Exception {
        assertEquals(0, rows(4565).size());
        int added = json(caller.control("POST", "/transactions", "{\"location_id\": 4565, \"count\": 10}")).get("transactions").asInt();
        assertEquals(added, rows(4565).size());
        assertTrue(added > 10, "the seed and 10 more, not " + added);
        assertEquals(20, caller.data("/storages/transactions/4565").size());
    }

    @Test
    void listsTheCompleteState() throws Exception {
        long document = json(caller.book(sale("till 7"))).at("/data/document/id").asLong();
        JsonNode rows = rows(4564);
        assertEquals(server.sandbox().location(4564).movements().size(), rows.size());
        JsonNode last = rows.get(rows.size() - 1);
        assertEquals(document, last.get("document_id").asLong());
        assertEquals(new BigDecimal("-1.25"), last.get("amount").decimalValue());
        assertEquals("2026-11-23T08:15:00Z", last.get("create_date").asText());
        for (String unknown : new String[] {"1", "4566", "north"}) {
            assertEquals(404, caller.control("GET", "/transactions/" + unknown, "").statusCode());
        }
    }

    @Test
    void aChangedTransactionHasItsNewValuesAndTimeInSearches() throws Exception {
        Movement before = book();
        var changed = caller.control("PATCH", "/transactions/" + before.id(),
                "{\"amount\": -3.5, \"cost\": 52.15, \"comment\": \"recounted\"}");
        assertEquals(200, changed.statusCode());
        assertEquals(new BigDecimal("-3.5"), json(changed).get("amount").decimalValue());

        Movement after = server.sandbox().location(4564).transaction(before.id()).orElseThrow();
        assertEquals(new BigDecimal("-3.5"), after.amount());
        assertEquals(new BigDecimal("52.15"), after.line().price().cost());
        assertEquals("recounted", after.line().comment());
        assertTrue(!after.changed().isBefore(before.changed()), after::toString);
        JsonNode found = caller.data("/storages/transactions/4564?changed_after=" + after.changed() + "&document_id=" + after.documentId());
        assertEquals(1, found.size());
        assertEquals(0, new BigDecimal("-3.5").compareTo(new BigDecimal(found.get(0).get("amount").asText())));
        assertEquals(after, server.sandbox().location(4564).document(after.documentId()).orElseThrow().lines().get(0));
    }

    @Test
    void aChangeMovesTheStock() throws Exception {
        Location location = server.sandbox().location(4564);
        BigDecimal before = location.stock(3001, 101);
        long id = book().id();
        caller.control("PATCH", "/transactions/" + id, "{\"amount\": -3.5}");
        assertEquals(0, before.subtract(new BigDecimal("3.5")).compareTo(location.stock(3001, 101)));
        caller.control("DELETE", "/transactions/" + id, "");
        assertEquals(0, before.compareTo(location.stock(3001, 101)));
    }

    @Test
    void aChangeCanHaveAnyTime() throws Exception {
        long id = book().id();
        caller.control("PATCH", "/transactions/" + id, "{\"comment\": \"late\", \"last_change_date\": \"2026-11-01T08:00:00Z\"}");
        JsonNode found = caller.data("/storages/transactions/4564?changed_after=2026-11-01T08:00:00Z&changed_before=2026-11-01T08:00:00Z");
        assertTrue(StreamSupport.stream(found.spliterator(), false).anyMatch(row -> row.get("id").asLong() == id), found::toString);
    }

    @Test
    void anotherTimeOfTheClockIsThatOfTheChange() {
        MovableClock clock = new MovableClock();
        Sandbox sandbox = new Sandbox(clock, SandboxRate.UNLIMITED);
        Movement row = sandbox.location(4564).movements().get(0);
        sandbox.location(4564).change(row.id(), old -> old.with(old.line().amount(), BigDecimal.ONE, "", sandbox.location(4564).now()));
        assertNotEquals(row.changed(), sandbox.location(4564).transaction(row.id()).orElseThrow().changed());
    }

    @Test
    void aDeletedTransactionDisappears() throws Exception {
        Movement row = book();
        assertEquals(200, caller.control("DELETE", "/transactions/" + row.id(), "").statusCode());
        assertEquals(0, caller.data("/storages/transactions/4564?document_id=" + row.documentId()).size());
        assertEquals(0, server.sandbox().location(4564).document(row.documentId()).orElseThrow().lines().size());
        assertTrue(StreamSupport.stream(rows(4564).spliterator(), false).noneMatch(left -> left.get("id").asLong() == row.id()));
        assertEquals(404, caller.control("DELETE", "/transactions/" + row.id(), "").statusCode());
        assertEquals(404, caller.control("PATCH", "/transactions/" + row.id(), "{\"cost\": 1}").statusCode());
        assertNotEquals(row.id(), book().id(), "no id is used twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "{}", "{\"price\": 1}", "{\"amount\": \"1\"}", "{\"cost\": null}",
            "{\"last_change_date\": \"yesterday\"}"})
    void rejectsInvalidChanges(String change) throws Exception {
        Movement row = book();
        HttpResponse<String> rejected = caller.control("PATCH", "/transactions/" + row.id(), change);
        assertEquals(400, rejected.statusCode());
        assertTrue(json(rejected).hasNonNull("message"), rejected::body);
        assertEquals(row, server.sandbox().location(4564).transaction(row.id()).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "north", "99999999999999999999"})
    void anUnknownIdIsNotFound(String id) throws Exception {
        assertEquals(404, caller.control("DELETE", "/transactions/" + id, "").statusCode());
        assertEquals(404, caller.control("PATCH", "/transactions/" + id, "{\"cost\": 1}").statusCode());
    }

    private Movement book() throws Exception {
        long document = json(caller.book(sale("till 7"))).at("/data/document/id").asLong();
        return server.sandbox().location(4564).document(document).orElseThrow().lines().get(0);
    }

    private JsonNode rows(long location) throws Exception {
        return json(caller.control("GET", "/transactions/" + location, "")).get("transactions");
    }
}
