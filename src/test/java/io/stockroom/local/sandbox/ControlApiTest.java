package io.stockroom.local.sandbox;

import static io.stockroom.local.sandbox.SandboxCaller.json;
import static io.stockroom.local.sandbox.SandboxCaller.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ControlApiTest extends RunningSandbox {

    @Test
    void addsListsAndClearsFaults() throws Exception {
        var added = caller.control("POST", "/faults", """
                {"fault": "drop-after-commit", "route": "POST /storage_operations/operation/{location}", "times": 0,
                 "delay": "PT2S", "message": "gone"}""");
        assertEquals(201, added.statusCode());
        JsonNode listed = json(caller.control("GET", "/faults", "")).at("/faults/0");
        assertEquals("drop-after-commit", listed.get("fault").asText());
        assertEquals("POST /storage_operations/operation", listed.get("route").asText());
        assertEquals("PT2S", listed.get("delay").asText());
        caller.control("DELETE", "/faults", "");
        assertEquals(0, json(caller.control("GET", "/faults", "")).get("faults").size());
    }

    @Test
    void faultRequiresOnlyItsName() throws Exception {
        caller.control("POST", "/faults", "{\"fault\": \"error-503\"}");
        assertEquals(503, caller.get("/goods/4564").statusCode());
        assertEquals(200, caller.get("/goods/4564").statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "{}", "{\"fault\": \"explode\"}",
            "{\"fault\": \"refuse\", \"route\": \"GET /shelves\"}", "{\"fault\": \"delay\", \"delay\": \"2 s\"}",
            "{\"fault\": \"delay\", \"times\": -1}", "{\"fault\": \"partial-commit\", \"lines\": 0}",
            "{\"fault\": \"second-factor\", \"route\": \"GET /goods\"}"})
    void rejectsInvalidFaults(String fault) throws Exception {
        assertEquals(400, caller.control("POST", "/faults", fault).statusCode());
        assertEquals(0, server.sandbox().faults().list().size());
    }

    @Test
    void listsTheKnownFaultsIfAFaultIsUnknown() throws Exception {
        String message = caller.control("POST", "/faults", "{\"fault\": \"explode\"}").body();
        assertTrue(message.contains("explode") && message.contains("late-commit"), message);
    }

    @Test
    void quirksAreSetAndReset() throws Exception {
        String quirks = "{\"max_page_size\":25,\"oldest_first\":true,\"ignores_offsets\":true,\"unreadable_ids\":true,\"padding\":500,"
                + "\"search_lag\":\"PT2S\",\"comments\":\"upper-case\",\"flat_bookings\":true,\"language\":\"ru\",\"clock_offset\":\"PT-2M\"}";
        assertEquals(quirks, caller.control("PUT", "/quirks", quirks).body());
        assertEquals(25, json(caller.get("/storages/transactions/4564?count=200")).get("data").size());

        caller.control("POST", "/reset", "");
        assertEquals(SandboxQuirks.NONE, server.sandbox().quirks());
        assertEquals(200, json(caller.get("/storages/transactions/4564?count=200")).get("data").size());
    }

    @Test
    void aSearchShowsTransactionsAfterItsLag() throws Exception {
        caller.book(sale("till 7"));
        server.sandbox().quirks(SandboxQuirks.NONE.searchLag(Duration.ofMinutes(1)));
        String search = "/storages/transactions/4564?document_id=" + server.sandbox().commits().get(0).id();
        assertEquals(0, caller.data(search).size());
        server.sandbox().quirks(SandboxQuirks.NONE);
        assertEquals(1, caller.data(search).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not JSON", "{\"max_page_size\": 0}", "{\"max_page_size\": 1001}", "{\"comments\": \"lost\"}",
            "{\"search_lag\": \"-PT1S\"}", "{\"search_lag\": \"2 s\"}",
            "{\"order\": 1}"})
    void rejectsInvalidQuirks(String quirks) throws Exception {
        assertEquals(400, caller.control("PUT", "/quirks", quirks).statusCode());
        assertEquals(SandboxQuirks.NONE, server.sandbox().quirks());
    }

    @Test
    void logContainsDocumentsAndRequests() throws Exception {
        caller.book(sale("till 7"));
        caller.get("/goods/4564");
        JsonNode log = json(caller.control("GET", "/log", ""));
        assertEquals("till 7", log.at("/documents/0/comment").asText());
        assertEquals(1, log.at("/documents/0/lines").asInt());
        assertEquals(1, log.at("/requests/routes").path("GET /goods").asInt());
    }

    @Test
    void returns429AboveTheRateLimitWithoutExecutingTheRequest() throws Exception {
        server.sandbox().traffic().limit(new SandboxRate(0, 2));
        for (int status : new int[] {200, 200, 429}) {
            assertEquals(status, caller.book(sale("rush")).statusCode());
        }
        assertEquals(2, server.sandbox().commits().size());
        assertEquals(1, json(caller.control("GET", "/log", "")).at("/requests/limited").asInt());
    }

    @Test
    void resetRestoresTheSeed() throws Exception {
        caller.book(sale("forgotten"));
        server.sandbox().tokens().expire();
        caller.control("POST", "/faults", "{\"fault\": \"hang\", \"times\": 0}");
        caller.control("POST", "/reset", "");
        assertEquals(200, caller.get("/storages/4564").statusCode());
        assertEquals(0, server.sandbox().commits().size());
    }
}
