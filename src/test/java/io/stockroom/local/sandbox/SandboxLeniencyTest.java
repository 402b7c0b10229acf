package io.stockroom.local.sandbox;

import static io.stockroom.local.sandbox.SandboxCaller.json;
import static io.stockroom.local.sandbox.SandboxCaller.sale;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The sandbox accepts what public clients send, and what the live service is known to accept. */
class SandboxLeniencyTest extends RunningSandbox {

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "\"goods_transactions\",\"transactions\"",
            "\"goods_transactions\",\"goodsTransactions\"",
            "\"good_id\",\"productId\"",
            "\"master_id\": 201,\"staffId\": \"201\"",
            "\"storage_id\",\"storageId\"",
            "\"operation_unit_type\": 1,`\"operationUnitType\": \"1\", \"client_id\": 0, \"supplier_id\": \"\", \"master_id\": 0`",
            "\"type_id\": 1,`\"type_id\": \"1\", \"document_id\": 0, \"time_zone\": 2, \"salon_id\": 4564, \"clientId\": 5001`",
            "\"cost\": 18.63,\"cost\": 14.90",
            "\"cost\": 18.63,\"cost\": \"18.625000000000004\""})
    void acceptsOtherNamesFieldsAndNumbers(String documented, String sent) throws Exception {
        var response = caller.book(sale("").replace(documented, sent));

        assertEquals(200, response.statusCode(), response.body());
        JsonNode line = json(response).at("/data/transactions/0");
        assertEquals(201, line.get("master_id").asInt());
        assertEquals(3001, line.get("good_id").asInt());
    }

    @ParameterizedTest
    @CsvSource(quoteCharacter = '`', value = {
            "\"create_date\": \"2026-11-25 22:00:00\",2026-11-25T20:00:00Z",
            "\"create_date\": \"2026-11-25T22:00:00\",2026-11-25T20:00:00Z",
            "\"create_date\": \"2026-11-25T22:00:00.123456+02:00\",2026-11-25T20:00:00Z",
            "\"create_date\": \"2026-11-25T22:00:00+0200\",2026-11-25T20:00:00Z",
            "\"create_date\": \"2026-11-25\",2026-11-24T22:00:00Z",
            "\"create_date\": 1795636800,2026-11-25T20:00:00Z",
            "\"create_date\": \"1795636800\",2026-11-25T20:00:00Z",
            "\"date\": \"2026-11-25 22:00:00\",2026-11-25T20:00:00Z",
            "\"createDate\": \"2026-11-25 22:00:00\",2026-11-25T20:00:00Z"})
    void acceptsDatesInAllForms(String date, Instant created) throws Exception {
        var response = caller.book(sale("").replace("\"create_date\": \"2026-11-23T10:15:00+02:00\"", date));

        assertEquals(200, response.statusCode(), response.body());
        assertEquals(created, server.sandbox().commits().get(0).created());
    }

    @Test
    void keepsAllDigits() throws Exception {
        caller.book(sale("").replace("1.25", "0.33333333333333331"));
        assertEquals(new BigDecimal("-0.33333333333333331"), server.sandbox().commits().get(0).lines().get(0).amount());
    }

    @ParameterizedTest
    @ValueSource(strings = {"?count=50000&page=1", "?start_date=&end_date=&count=1000", "?partner_id=7&page_size=25&count=1000"})
    void acceptsAnyQuery(String query) throws Exception {
        assertEquals(1000, caller.data("/storages/transactions/4564" + query).size());
    }

    @Test
    void readsParametersFromTheBodyOfAGet() throws Exception {
        var response = caller.send(caller.request("/storages/transactions/4564")
                .method("GET", BodyPublishers.ofString("{\"count\": \"30\", \"page\": 2}")));

        assertEquals(caller.data("/storages/transactions/4564?count=30&page=2"), json(response).get("data"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/vnd.yclients.v2+json", "application/vnd.api+json;q=0.9, application/json",
            "text/html, Application/VND.Api.V2+JSON"})
    void acceptsItsSiblingsMediaTypes(String accept) throws Exception {
        var response = caller.send(caller.request("/storages/4564").setHeader("Accept", accept));
        assertTrue(json(response).get("success").asBoolean(), response.body());
    }
}
