package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.http.ContentType;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.stockroom.Slow;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Books each operation exactly once, whatever fails. The settle time in these tests is one second. */
abstract class IdempotencyContract extends ApiContract {

    private static final String BOOK = "POST /storage_operations/operation";

    private final String key = UUID.randomUUID().toString();

    @Test
    void retryReturnsTheSameResponse() {
        ExtractableResponse<Response> first = post(key, sale()).statusCode(200).header("Idempotency-Replayed", nullValue())
                .header("Idempotency-Key", '"' + key + '"').extract();
        ExtractableResponse<Response> second = post('"' + key + '"', sale()).statusCode(200).header("Idempotency-Replayed", "true")
                .extract();

        assertEquals(first.asString(), second.asString());
        assertEquals(1, booked().size());
    }

    @Test
    void fieldOrderAndNumberFormatDoNotMatter() {
        post(key, sale()).statusCode(200);
        String same = "{\"goods_transactions\": [{\"operation_unit_type\": \"1\", \"discount\": 10.00, \"cost\": 26.820, \"cost_per_unit\": 14.9,"
                + " \"amount\": 2.0, \"product_id\": 3001}], \"comment\": \"Заказ 1001\", \"staff_id\": 201, \"storage_id\": 101,"
                + "\n\"create_date\": \"2026-11-23T10:00:00+0200\", \"type_id\": 1.0}";

        post(key, same).statusCode(200).header("Idempotency-Replayed", "true");
        assertEquals(1, booked().size());
    }

    @Test
    void rejectsTheSameKeyWithAnotherBody() {
        post(key, sale()).statusCode(200);
        Map<String, Object> other = sale();
        other.put("comment", "another");

        post(key, other).statusCode(422).body("type", equalTo("urn:stockroom:problem:key-reused"));
        assertEquals(1, booked().size());
    }

    @Test
    void keysAreScopedByLocation() {
        post(key, sale()).statusCode(200);

        given().contentType(ContentType.JSON).header("Idempotency-Key", key).body(sale()).post("/storage_operations/operation/4565").then()
                .statusCode(422).body("type", equalTo("urn:stockroom:problem:rejected"));
    }

    @Test
    void generatesAKeyIfNoneIsSent() {
        String generated = post(sale()).statusCode(200).header("Idempotency-Key", notNullValue()).extract().header("Idempotency-Key");
        String other = post(sale()).statusCode(200).extract().header("Idempotency-Key");

        assertNotEquals(generated, other);
        post(generated, sale()).statusCode(200).header("Idempotency-Replayed", "true");
        assertEquals(2, booked().size());
    }

    @Test
    void reportsAnInvalidKeyTogetherWithTheOtherErrors() {
        Map<String, Object> sale = sale();
        sale.remove("type_id");

        post("k".repeat(256), sale).statusCode(400).body("errors[0].parameter", equalTo("Idempotency-Key"))
                .body("errors[1].pointer", equalTo("/type_id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"drop-after-commit", "error-500-after-commit", "truncated"})
    void recoversALostResponseWithinTheSameRequest(String fault) {
        fault(fault, BOOK);

        ExtractableResponse<Response> first = post(key, sale()).statusCode(200).body("data.document.comment", equalTo("Заказ 1001"))
                .body("data.transactions[0].amount", is(-2)).extract();
        ExtractableResponse<Response> second = post(key, sale()).statusCode(200).header("Idempotency-Replayed", "true").extract();

        assertEquals(first.asString(), second.asString());
        assertEquals(1, booked().size());
    }

    @Slow
    @ParameterizedTest
    @ValueSource(strings = {"drop-before-commit", "error-500", "html", "garbage", "hang"})
    void retryBooksAfterTheSettleTimeIfNothingWasBooked(String fault) throws InterruptedException {
        fault(Map.of("fault", fault, "route", BOOK, "delay", "PT4S"));

        post(key, sale()).statusCode(504).body("type", equalTo("urn:stockroom:problem:outcome-unknown"))
                .header("Retry-After", matchesPattern("[1-9]\\d*")).header("Idempotency-Key", '"' + key + '"');
        post(key, sale()).statusCode(504);
        assertEquals(List.of(), booked());
        Thread.sleep(1_100);
        // At a quiet location, a second search must agree.
        post(key, sale()).statusCode(504);
        Thread.sleep(1_100);

        post(key, sale()).statusCode(200).header("Idempotency-Replayed", nullValue());
        post(key, sale()).statusCode(200).header("Idempotency-Replayed", "true");
        assertEquals(1, booked().size());
    }

    @Slow
    @Test
    void aDocumentThatEqualsTheOperationNeedsADecision() throws InterruptedException {
        // The sandbox's ids start again with each test, and the ledger keeps whose documents they were.
        for (int i = 0; i < 150; i++) {
            post(sale()).statusCode(200);
        }
        given().contentType("application/json").body(Map.of("comments", "removed")).put(sandbox + "/quirks").then().statusCode(200);
        fault(Map.of("fault", "drop-after-commit", "route", BOOK));
        fault(Map.of("fault", "error-503", "route", "GET /storages/transactions", "times", 2));
        post(key, sale()).statusCode(504).body("candidates", nullValue());
        Thread.sleep(1_100);

        int document = post(key, sale()).statusCode(504).body("type", equalTo("urn:stockroom:problem:outcome-unknown"))
                .body("candidates", hasSize(1)).extract().path("candidates[0]");
        decide("1").statusCode(422).body("type", equalTo("urn:stockroom:problem:not-a-candidate"));
        decide("one").statusCode(400).body("errors[0].parameter", equalTo("Operation-Document"));
        decide(String.valueOf(document)).statusCode(200).body("data.document.id", equalTo(document));
        post(key, sale()).statusCode(200).header("Idempotency-Replayed", "true");
        assertEquals(151, booked().size());
    }

    private ValidatableResponse decide(String decision) {
        return given().contentType("application/json").header("Idempotency-Key", key).header("Operation-Document", decision).body(sale())
                .post(OPERATIONS).then();
    }

    @Test
    void findsALateCommitAndDoesNotBookAgain() throws InterruptedException {
        fault(Map.of("fault", "late-commit", "route", BOOK, "delay", "PT0.5S"));

        post(key, sale()).statusCode(504);
        Thread.sleep(1_200);

        post(key, sale()).statusCode(200);
        assertEquals(1, booked().size());
    }

    @Test
    void keyCanBeReusedAfterARejection() {
        Map<String, Object> rejected = sale();
        rejected.remove("master_id");

        post(key, rejected).statusCode(422);
        post(key, sale()).statusCode(200);
        assertEquals(1, booked().size());
    }

    @Test
    void markerIsVisibleToAltegioOnly() {
        post(key, sale()).statusCode(200).body("data.document.comment", equalTo("Заказ 1001"));

        String comment = booked().get(0).get("comment").toString();
        assertTrue(comment.matches("\\[sr:[0-9a-f]{16}] Заказ 1001"), comment);
    }

    @Test
    void limitsTheCommentToLeaveRoomForTheMarker() {
        Map<String, Object> sale = sale();
        sale.put("comment", "к".repeat(255));

        post(key, sale).statusCode(400).body("errors[0].pointer", equalTo("/comment"))
                .body("errors[0].detail", containsString("must be at most"));
        sale.put("comment", "к".repeat(233));
        post(key, sale).statusCode(200).body("data.document.comment", equalTo("к".repeat(233)));
    }

    @Test
    void limitsTheCommentOfALineLikewise() {
        Map<String, Object> line = line();
        line.put("comment", "к".repeat(234));

        post(key, sale(List.of(line))).statusCode(400).body("errors[0].pointer", equalTo("/goods_transactions/0/comment"))
                .body("errors[0].detail", equalTo("must be at most 233 characters long"));
        line.put("comment", "к".repeat(233));
        post(key, sale(List.of(line))).statusCode(200).body("data.transactions[0].comment", equalTo("к".repeat(233)));
    }

    @Test
    void concurrentRequestsBookOnce() {
        fault(Map.of("fault", "delay", "route", BOOK, "delay", "PT0.5S"));

        List<CompletableFuture<Integer>> responses = IntStream.range(0, 4)
                .mapToObj(each -> CompletableFuture.supplyAsync(() -> post(key, sale()).extract().statusCode())).toList();
        List<Integer> statuses = responses.stream().map(CompletableFuture::join).sorted().toList();

        assertEquals(200, statuses.get(0));
        assertTrue(statuses.stream().allMatch(status -> status == 200 || status == 409), statuses::toString);
        assertEquals(1, booked().size());
    }

    private static ValidatableResponse post(String key, Object operation) {
        return given().contentType("application/json; charset=utf-8").header("Idempotency-Key", key).body(operation).post(OPERATIONS)
                .then();
    }
}
