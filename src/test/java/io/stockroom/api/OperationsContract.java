package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

abstract class OperationsContract extends ApiContract {

    @Test
    void bookedSaleAppearsInSearchAndStock() {
        BigDecimal before = stock();

        int document = post(sale()).statusCode(200).contentType("application/json")
                .body("success", is(true))
                .body("data.document.comment", equalTo("Заказ 1001"))
                .body("data.document.type.title", equalTo("Sale of goods"))
                .body("data.transactions.amount", contains(-2))
                .body("data.transactions.cost", contains(26.82f))
                .body("data.transactions[0].supplier", equalTo(null))
                .body("data.transactions[0].supplier_id", equalTo(null))
                .body("data.transactions[0].deleted", is(false))
                .extract().path("data.document.id");

        given().queryParam("document_id", document).get(TRANSACTIONS).then().statusCode(200)
                .body("data.good.title", contains("Argan shampoo 250 ml")).body("data.amount", contains(-2));
        assertEquals(0, before.subtract(BigDecimal.valueOf(2)).compareTo(stock()));
    }

    @ParameterizedTest
    @CsvSource({"1,-2", "2,-2", "3,2", "4,-2", "5,-2"})
    void booksAllFiveTypes(int type, int amount) {
        Map<String, Object> operation = sale();
        operation.put("type_id", type);

        post(operation).statusCode(200).body("data.transactions.amount", contains(amount));
    }

    @Test
    void paidSaleCreatesAFinancialTransaction() {
        Map<String, Object> sale = sale();
        sale.putAll(Map.of("paid", true, "account_id", 61));

        int document = post(sale).statusCode(200).extract().path("data.document.id");

        altegio("transactions/4564?document_id=" + document).body("data", hasSize(1));
    }

    /** Two forms of Altegio's response are known. */
    @Test
    void readsAltegiosFlatResponseWithItsLinesAndPayments() {
        given().contentType(ContentType.JSON).body(Map.of("flat_bookings", true)).put(sandbox + "/quirks").then().statusCode(200);
        Map<String, Object> sale = sale();
        sale.putAll(Map.of("paid", true, "account_id", 61));

        post(sale).statusCode(200)
                .body("data.document.comment", equalTo("Заказ 1001"))
                .body("data.transactions.good_id", contains(3001))
                .body("data.transactions.amount", contains(-2))
                .body("data.transactions[0].supplier_id", equalTo(null))
                .body("data.paid", is(true))
                .body("data.payment_transactions.amount", hasSize(1))
                .body("data.kkm_transactions", hasSize(0));
    }

    @Test
    void reportsAllErrorsTogetherAndBooksNothing() {
        Map<String, Object> line = line();
        line.putAll(Map.of("amount", -1, "cost", 1, "god_id", 2, "discount", "much"));
        Map<String, Object> sale = sale(List.of(line, line()));
        sale.remove("create_date");
        sale.put("type_id", 9);

        post(sale).statusCode(400).contentType("application/problem+json")
                .body("type", equalTo("urn:stockroom:problem:invalid-request"))
                .body("errors.pointer", containsInAnyOrder("/type_id", "/create_date", "/goods_transactions/0/amount",
                        "/goods_transactions/0/discount", "/goods_transactions/0/god_id"))
                .body("errors.detail", hasItem("is not a known field; did you mean `good_id`?"))
                .body("success", is(false)).body("meta.message", containsString("/type_id must be"));
        assertEquals(List.of(), booked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "\"sale\"", "{\"type_id\":1,\"type_id\":2}", "{} {}", "{\"type_id\":NaN}",
            "{'type_id':1}",
            "{\"type_id\":01}"})
    void rejectsABodyThatIsNotAJsonObject(String body) {
        given().contentType(ContentType.JSON).body(body).post(OPERATIONS).then().statusCode(400)
                .body("errors.pointer[0]", equalTo(""));
        assertEquals(List.of(), booked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E2147483647", "1E2147483648", "1E99999999999", "-1E-2147483648"})
    void rejectsNumbersOfAnySizeWithAFieldError(String amount) {
        given().contentType(ContentType.JSON).body("{\"goods_transactions\":[{\"amount\":" + amount + "}]}").post(OPERATIONS)
                .then().statusCode(400).body("errors.pointer", hasItem(anyOf(equalTo(""), equalTo("/goods_transactions/0/amount"))));
    }

    @Test
    void rejectsDeepNesting() {
        given().contentType(ContentType.JSON).body("[".repeat(100_000)).post(OPERATIONS).then().statusCode(400);
        given().contentType(ContentType.JSON).body("{\"comment\":" + "[".repeat(500) + "]".repeat(500) + "}").post(OPERATIONS)
                .then().statusCode(400).body("errors.pointer", hasItem("/comment"));
    }

    @Test
    void validatesPathQueryAndBodyTogether() {
        given().contentType(ContentType.JSON).body("{\"typ_id\":1,\"goods_transactions\":[{}]}")
                .post("/storage_operations/operation/abc?x=1").then().statusCode(400)
                .body("errors.parameter", hasItems("location_id", "x"))
                .body("errors.pointer", hasItems("/type_id", "/typ_id", "/goods_transactions/0/amount"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"html", "error-500", "garbage", "drop-before-commit"})
    void failedLoginIsNotAnUnknownOutcome(String fault) {
        post(sale()).statusCode(200);
        fault("expired-token", "POST /storage_operations/operation");
        fault(fault, "POST /auth");

        post(sale()).statusCode(anyOf(is(502), is(503)));
        assertEquals(1, booked().size());
    }

    @Test
    void rejectsOtherMediaTypes() {
        given().contentType("application/x-www-form-urlencoded").body("type_id=1").post(OPERATIONS).then().statusCode(415);
        given().contentType("application/vnd.api+json; charset=utf-8").body("{}").post(OPERATIONS).then().statusCode(400);
    }

    @Test
    void rejectsABodyOverOneMebibyte() {
        Map<String, Object> sale = sale();
        sale.put("comment", "x".repeat(1_048_576));

        post(sale).statusCode(413).body("type", equalTo("urn:stockroom:problem:body-too-large"));
    }

    @Test
    void passesOnAltegiosReason() {
        Map<String, Object> sale = sale();
        sale.remove("master_id");

        post(sale).statusCode(422).body("detail", equalTo("Staff member required"))
                .body("meta.message", equalTo("Staff member required"));
        assertEquals(List.of(), booked());
    }

    @Test
    void mapsAltegiosFieldErrorsToPointers() {
        Map<String, Object> line = line();
        line.put("good_id", 999999);

        post(sale(List.of(line))).statusCode(422).body("errors.pointer", contains("/goods_transactions/0/good_id"));
    }

    @Test
    void renewsAnExpiredSessionAndBooksOnce() {
        post(sale()).statusCode(200);
        fault("expired-token", "POST /storage_operations/operation");

        post(sale()).statusCode(200);
        assertEquals(2, booked().size());
    }

    private BigDecimal stock() {
        List<Object> amounts = altegio("goods/4564").extract().jsonPath()
                .getList(
                        "data.find { it.good_id.toString() == '3001' }.actual_amounts.findAll { it.storage_id.toString() == '101' }.amount");
        return new BigDecimal(amounts.get(0).toString());
    }

    private ValidatableResponse altegio(String path) {
        return given().header("Accept", "application/vnd.api.v2+json").header("Authorization", "Bearer sandbox-partner, User sandbox-user")
                .get(sandbox + "/api/v1/" + path).then().statusCode(200);
    }
}
