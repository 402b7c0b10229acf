package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class TransactionsContract extends ApiContract {

    private static final String ISO = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d([+-]\\d\\d:\\d\\d|Z)?";

    @Test
    void normalizesEveryRow() throws IOException {
        String body = given().queryParam("count", 1000).get(TRANSACTIONS).then().statusCode(200)
                .body("data", hasSize(1000)).body("meta.page", is(1)).body("meta.count", is(1000))
                .body("data.create_date", everyItem(matchesPattern(ISO)))
                .body("data.last_change_date", everyItem(matchesPattern(ISO)))
                .extract().asString();

        for (JsonNode row : new ObjectMapper().readTree(body).get("data")) {
            for (String number : List.of("id", "document_id", "type_id", "operation_unit_type", "amount", "cost_per_unit", "cost",
                    "discount")) {
                assertTrue(row.get(number).isNumber(), () -> number + " in " + row);
            }
            for (String relation : List.of("good", "storage", "unit", "master", "supplier", "service", "client")) {
                assertTrue(row.get(relation).isNull() || row.get(relation).get("id").isNumber(), () -> relation + " in " + row);
            }
            assertTrue(row.get("type").isTextual());
            assertTrue(row.get("record_id").isNull() || row.get("record_id").asLong() > 0);
            assertFalse(row.has("clients"));
        }
    }

    @Test
    void pagesAreConsecutive() {
        List<Long> both = ids("?count=20");

        assertEquals(both.subList(0, 10), ids("?count=10"));
        assertEquals(both.subList(10, 20), ids("?count=10&page=2"));
        assertEquals(List.of(), ids("?page=1000"));
    }

    @Test
    void passesFiltersToAltegio() {
        given().queryParam("start_date", "2026-03-01").queryParam("end_date", "2026-03-01").get(TRANSACTIONS).then().statusCode(200)
                .body("data.create_date", everyItem(matchesPattern("2026-0(2-28T2[2-3]|3-01).*")));
        int document = given().get(TRANSACTIONS).then().extract().path("data[0].document_id");
        given().queryParam("document_id", document).get(TRANSACTIONS).then().statusCode(200)
                .body("data.document_id", everyItem(is(document)));
    }

    @Test
    void passesTimestampsToAltegioWithTheirOffset() {
        post(sale()).statusCode(200);

        given().queryParam("changed_after", "2026-11-22T00:00:00+02:00").get(TRANSACTIONS).then().statusCode(200)
                .body("data.good.id", contains(3001));
        given().urlEncodingEnabled(false).get(TRANSACTIONS + "?changed_after=2026-11-22T00:00:00+02:00").then().statusCode(200)
                .body("data.good.id", contains(3001));
        given().queryParam("changed_after", "2126-11-22T00:00:00+02:00").get(TRANSACTIONS).then().statusCode(200).body("data", hasSize(0));
    }

    @Test
    void reportsAllErrorsTogether() {
        given().get("/storages/transactions/x?pgae=2&count=0&start_date=2026-02-30").then().statusCode(400)
                .contentType("application/problem+json")
                .body("errors.parameter", contains("location_id", "count", "start_date", "pgae"))
                .body("errors[3].detail", equalTo("is not a known parameter; did you mean `page`?"));
    }

    @Test
    void rejectsARepeatedParameter() {
        given().get(TRANSACTIONS + "?page=1&page=2").then().statusCode(400).body("errors.parameter", contains("page"));
    }

    @Test
    void returnsCsvAsAnAttachment() {
        given().accept("text/csv").get(TRANSACTIONS + "?start_date=2026-03-01&end_date=2026-03-02").then().statusCode(200)
                .header("Content-Type", "text/csv; charset=utf-8; header=present")
                .header("Content-Disposition", "attachment; filename=\"transactions-4564-2026-03-01_2026-03-02.csv\"")
                .body(matchesPattern("(?s)id,document_id,type_id,.*,client_phone,comment\r\n.*\r\n"));
        given().accept("text/csv").get(TRANSACTIONS + "?count=1&separator=semicolon").then().statusCode(200)
                .header("Content-Disposition", matchesPattern("attachment; filename=\"transactions-4564-\\d{4}-\\d\\d-\\d\\d\\.csv\""))
                .body(containsString("\ufeffid;document_id;"));
        given().get(TRANSACTIONS + "?separator=tab").then().statusCode(400).body("errors.parameter", contains("separator"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2", "text/html, */*;q=0.1", "", "garbage"})
    void returnsJsonToCallersWithoutAPreference(String accept) {
        given().header("Accept", accept).get(TRANSACTIONS + "?count=1").then().statusCode(200).contentType("application/json");
    }

    @Test
    void returns406ForUnsupportedFormats() {
        given().accept("application/xml, text/csv;q=0").get(TRANSACTIONS).then().statusCode(406).contentType("application/problem+json")
                .header("Vary", "Accept, Accept-Encoding")
                .body("detail", containsString("application/json, text/csv, application/x-ndjson"));
    }

    @Test
    void rejectsInvalidCursors() {
        for (String cursor : List.of("x", "MToxOjE6MDox".repeat(30), "%00", "Mjox", "MToxOjIwOjU6MQ")) {
            given().get(TRANSACTIONS + "?all=true&cursor=" + cursor).then().statusCode(400).body("errors.parameter", contains("cursor"));
        }
        given().get(TRANSACTIONS + "?all=true&page=2").then().statusCode(400).body("errors.parameter", contains("page"));
        given().get(TRANSACTIONS + "?all=perhaps").then().statusCode(400).body("errors.parameter", contains("all"));
    }

    private static List<Long> ids(String query) {
        return given().get(TRANSACTIONS + query).then().statusCode(200).extract().jsonPath().getList("data.id", Long.class);
    }
}
