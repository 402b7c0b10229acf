package io.stockroom.local.sandbox;

import static io.stockroom.local.sandbox.SandboxCaller.json;
import static io.stockroom.local.sandbox.SandboxCaller.meta;
import static io.stockroom.local.sandbox.SandboxCaller.operation;
import static io.stockroom.local.sandbox.SandboxCaller.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SandboxOperationTest extends RunningSandbox {

    @Test
    void saleReturnsItsDocumentAndItsLines() throws Exception {
        var response = caller.book(sale("till 2"));
        assertEquals(200, response.statusCode());
        JsonNode body = json(response);
        assertTrue(body.get("meta").isArray());
        JsonNode document = body.at("/data/document");
        assertEquals("till 2", document.get("comment").asText());
        assertEquals(4564, document.at("/company/id").asInt());
        JsonNode line = body.at("/data/transactions/0");
        assertEquals(new BigDecimal("-1.25"), new BigDecimal(line.get("amount").asText()));
        assertEquals(document.get("id").asLong(), line.get("document_id").asLong());
        assertEquals(1, line.at("/type/id").asInt());
        assertEquals(0, line.get("client_id").asInt());
        assertTrue(line.get("client").isArray());
        assertEquals(201, line.at("/master/id").asInt());
    }

    @ParameterizedTest
    @CsvSource({"1,1,-1.25", "2,4,-1.25", "3,3,1.25", "4,7,-1.25", "5,5,-1.25"})
    void eachTypeHasItsDocumentTypeAndStockMovement(int type, int documentType, BigDecimal moved)
            throws Exception {
        BigDecimal before = level();
        JsonNode document = json(caller.book(operation(type, "\"comment\": \"\"", ""))).at("/data/document");
        assertEquals(documentType, document.get("type_id").asInt());
        assertEquals(0, moved.compareTo(level().subtract(before)));
    }

    @Test
    void repeatedRequestBooksASecondDocument() throws Exception {
        caller.book(sale("once"));
        caller.book(sale("once"));
        assertEquals(2, server.sandbox().commits().stream().filter(d -> d.comment().equals("once")).count());
    }

    @Test
    void readsABookedDocument() throws Exception {
        JsonNode document = json(caller.book(sale("read back"))).at("/data/document");
        String id = document.get("id").asText();
        assertEquals(document, caller.data("/storage_operations/documents/4564/" + id));
        var lines = caller.get("/storage_operations/documents/goods_transactions/" + id);
        assertEquals(1, meta(lines).get("count").asInt());
        assertEquals(id, json(lines).at("/data/0/document_id").asText());
        assertEquals(1, caller.data("/storages/transactions/4564?document_id=" + id).size());
        assertEquals(404, caller.get("/storage_operations/documents/4565/" + id).statusCode());
        assertEquals(404, caller.get("/storage_operations/documents/goods_transactions/1").statusCode());
    }

    @Test
    void createsAPaymentIfTheOperationIsPaid() throws Exception {
        String unpaid = booked(sale(""));
        assertEquals(0, caller.data("/transactions/4564?document_id=" + unpaid).size());
        String paid = booked(operation(1, "\"paid\": true, \"account_id\": 62", ""));
        JsonNode payment = caller.data("/transactions/4564?document_id=" + paid).get(0);
        assertEquals(new BigDecimal("18.63"), new BigDecimal(payment.get("amount").asText()));
        assertEquals(62, payment.at("/account/id").asInt());
    }

    @Test
    void linePaymentOverridesOperationPayment() throws Exception {
        String unpaid = booked(operation(1, "\"paid\": true", ", \"paid\": false"));
        assertEquals(0, caller.data("/transactions/4564?document_id=" + unpaid).size());
        String bought = booked(operation(3, "\"paid\": false", ", \"paid\": true"));
        assertEquals(-18.63, caller.data("/transactions/4564?document_id=" + bought).at("/0/amount").asDouble());
    }

    @Test
    void acceptsAliases() throws Exception {
        String body = sale("").replace("master_id", "staff_id").replace("good_id", "product_id");
        assertEquals(201, json(caller.book(body)).at("/data/transactions/0/master_id").asInt());
        assertEquals(200, caller.book(sale("").replace("master_id", "team_member_id")).statusCode());
    }

    @Test
    void rejectsAnOperationWithoutAMaster() throws Exception {
        var response = caller.book(sale("").replace("\"master_id\": 201,", ""));
        assertEquals(400, response.statusCode());
        assertEquals("Staff member required", meta(response).get("message").asText());
        String onTheLine = operation(1, "\"comment\": \"\"", ", \"master_id\": 202").replace("\"master_id\": 201,", "");
        assertEquals(200, caller.book(onTheLine).statusCode());
    }

    @Test
    void acceptsAGiftCardNumberOnlyOnce() throws Exception {
        String card = operation(1, "\"comment\": \"\"", ", \"good_special_number\": \"GC-1\"");
        assertEquals(200, caller.book(card).statusCode());
        var repeated = caller.book(card);
        assertEquals(400, repeated.statusCode());
        assertEquals("Gift card with such number already exists", meta(repeated).get("message").asText());
        assertEquals(1, server.sandbox().commits().size());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "\"type_id\": 1,\"type_id\": 6,type_id",
            "2026-11-23T10:15:00+02:00,soon,create_date",
            "\"storage_id\": 101,\"storage_id\": 1,storage_id",
            "\"master_id\": 201,\"master_id\": 999,master_id",
            "\"good_id\": 3001,\"good_id\": 1,goods_transactions.0.good_id",
            "\"amount\": 1.25,\"amount\": 0,goods_transactions.0.amount",
            "\"amount\": 1.25,\"amount\": 1e999999999,goods_transactions.0.amount",
            "\"cost\": 18.63,\"price\": 18.63,goods_transactions.0.cost",
            "\"cost_per_unit\": 14.90,\"cost_per_unit\": -1,goods_transactions.0.cost_per_unit",
            "\"discount\": 0,\"discount\": 101,goods_transactions.0.discount",
            "\"operation_unit_type\": 1,\"operation_unit_type\": 3,goods_transactions.0.operation_unit_type"})
    void namesTheInvalidFieldAndBooksNothing(String valid, String invalid, String field) throws Exception {
        var response = caller.book(sale("").replace(valid, invalid));
        assertEquals(400, response.statusCode(), response.body());
        assertEquals(field, meta(response).get("errors").fieldNames().next());
        assertEquals(0, server.sandbox().commits().size());
    }

    @Test
    void rejectsEmptyOperationsAndLongComments() throws Exception {
        for (String body : new String[] {"", "{}", "[]", "not JSON", sale("x".repeat(1001)),
                sale("").replaceAll("(?s)\\[.*]", "[]")}) {
            assertEquals(400, caller.book(body).statusCode(), body);
        }
        assertEquals(200, caller.book(sale("x".repeat(1000))).statusCode());
    }

    private static String booked(String operation) throws Exception {
        return json(caller.book(operation)).at("/data/document/id").asText();
    }

    private static BigDecimal level() {
        return server.sandbox().location(4564).stock(3001, 101);
    }
}
