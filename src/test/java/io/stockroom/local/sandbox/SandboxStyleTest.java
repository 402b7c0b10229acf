package io.stockroom.local.sandbox;

import static io.stockroom.local.sandbox.SandboxCaller.json;
import static io.stockroom.local.sandbox.SandboxCaller.meta;
import static io.stockroom.local.sandbox.SandboxCaller.operation;
import static io.stockroom.local.sandbox.SandboxCaller.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class SandboxStyleTest extends RunningSandbox {

    private static final List<String> RELATIONS = List.of("type", "good", "storage", "unit", "master", "supplier", "client");

    @Test
    void documentedBookingHasRelationsAndTheLinesOfADocumentHaveOnlyIds() throws Exception {
        JsonNode line = json(caller.book(sale(""))).at("/data/transactions/0");
        assertTrue(RELATIONS.stream().allMatch(line::has), line.toString());

        JsonNode read = caller.data("/storage_operations/documents/goods_transactions/" + line.get("document_id").asText()).get(0);
        assertTrue(RELATIONS.stream().noneMatch(read::has), read.toString());
        assertEquals(201, read.get("master_id").asInt());
        assertEquals(0, read.get("client_id").asInt());
    }

    @Test
    void flatBookingHasTheIdBesideTheDocumentAndPayments() throws Exception {
        caller.control("PUT", "/quirks", "{\"flat_bookings\": true}");
        JsonNode data = json(caller.book(operation(1, "\"paid\": true, \"account_id\": 62", ""))).get("data");

        assertFalse(data.has("transactions"));
        assertEquals(data.at("/document/id"), data.get("document_id"));
        assertEquals(3001, data.at("/goods_transactions/0/good_id").asInt());
        assertFalse(data.at("/goods_transactions/0").has("good"));
        assertTrue(data.get("paid").asBoolean());
        assertEquals(62, data.at("/payment_transactions/0/account/id").asInt());
        assertEquals(0, data.get("kkm_transactions").size());
    }

    @Test
    void messagesAndTitlesAreInTheLanguageOfTheAccount() throws Exception {
        caller.control("PUT", "/quirks", "{\"language\": \"ru\"}");

        assertEquals("Продажа товара", json(caller.book(sale("Access denied?"))).at("/data/document/type/title").asText());
        assertEquals("Access denied?", server.sandbox().commits().get(0).comment());
        assertEquals("Доступ запрещен", meta(caller.get("/storages/4566")).get("message").asText());
        server.sandbox().traffic().limit(new SandboxRate(0, 1));
        caller.get("/storages/4564");
        assertTrue(
                meta(caller.get("/storages/4564")).get("message").asText().matches("Слишком много запросов, повторите через \\d+ секунд"));
    }

    @Test
    void languageIsKnownOrRejectedAndResetRestoresTheDocumentedStyle() throws Exception {
        assertEquals(400, caller.control("PUT", "/quirks", "{\"language\": \"tlh\"}").statusCode());
        caller.control("PUT", "/quirks", "{\"language\": \"ru\", \"flat_bookings\": true}");
        assertEquals(new SandboxStyle(true, SandboxLanguage.RU, Duration.ZERO), server.sandbox().style());
        caller.control("POST", "/reset", "");
        assertEquals(SandboxStyle.DOCUMENTED, server.sandbox().style());
    }

    @Test
    void rowsOfGiftCardsHaveTheIdOfTheCard() throws Exception {
        JsonNode rows = caller.data("/storages/transactions/4564?count=1000");
        for (JsonNode row : rows) {
            long good = row.at("/good/id").asLong();
            boolean sold = row.get("type_id").asInt() == 1 && (good == 3012 || good == 3013);
            assertEquals(sold, row.get("loyalty_certificate_id").asLong() > 0, row.toString());
            assertEquals(0, row.get("loyalty_abonement_id").asInt());
        }
        assertTrue(rows.findValues("loyalty_certificate_id").stream().anyMatch(id -> id.asLong() > 0));
    }

    @Test
    void companiesAndTheirTeamsCanBeRead() throws Exception {
        assertEquals(List.of("4564", "4565"), caller.data("/companies?my=1").findValuesAsText("id"));
        assertEquals("Europe/Sofia", caller.data("/company/4564").get("timezone_name").asText());
        assertEquals("2", caller.data("/company/4564").get("timezone").asText());

        JsonNode staff = caller.data("/company/4564/staff");
        assertEquals(5, staff.size());
        assertEquals(staff, caller.data("/staff/4564"));
        assertEquals(staff.get(1), caller.data("/company/4564/staff/202"));
        assertEquals(staff.get(1), caller.data("/staff/4564/202"));
        assertTrue(staff.at("/1/position").isArray());
        for (String unknown : List.of("/company/1", "/company/4564/staff/999", "/staff/4564/all")) {
            assertEquals(404, caller.get(unknown).statusCode(), unknown);
        }
        assertEquals(403, caller.get("/staff/4566").statusCode());
    }
}
