package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.stockroom.Slow;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Operations sent as webhooks, signed with the Standard Webhooks library. The initial retry delay in these tests is one second. */
abstract class WebhooksContract extends QueuedApi {

    static final String SECRET = "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0";
    static final String BOOK = "POST /storage_operations/operation";

    private static final String WEBHOOKS = "/webhooks/operations/4564";

    private final String id = "msg_" + UUID.randomUUID();

    @Test
    void signedOperationIsQueuedAndBooked() {
        webhook(id, sale()).statusCode(202).header("Idempotency-Key", '"' + id + '"').body("data.key", equalTo(id))
                .body("success", equalTo(true));
        assertEquals(1, queued());
        assertEquals(List.of(), booked());
        deliver();

        assertEquals(0, queued());
        assertEquals(1, booked().size());
        given().get(TRANSACTIONS + "?count=10&start_date=2026-11-23").then().statusCode(200)
                .body("data.document_id", hasItem(booked().get(0).get("id")));
    }

    @Test
    void redeliveredWebhookIsBookedOnce() {
        for (int i = 0; i < 4; i++) {
            webhook(id, sale()).statusCode(202);
        }
        deliver();

        assertEquals(0, queued());
        assertEquals(1, booked().size());
    }

    /** Keys of webhooks and of callers are separate, however they are spelled. */
    @Test
    void aCallersKeyIsAnotherThanTheWebhooks() {
        webhook(id, sale()).statusCode(202);
        deliver();

        given().contentType("application/json").header("Idempotency-Key", id).body(sale()).post(OPERATIONS).then()
                .statusCode(200).header("Idempotency-Replayed", nullValue());
        assertEquals(2, booked().size());
    }

    @Test
    void verifiesTheSignatureOfABase64EncodedBody() {
        signed(id, SignedWebhook.json(sale()), "application/vnd.shop+json").post(WEBHOOKS).then().statusCode(202);
        deliver();

        assertEquals(1, booked().size());
    }

    @Test
    void rejectsAnInvalidBodyBeforeQueueingItAndReportsAllErrors() {
        Map<String, Object> sale = sale();
        sale.remove("type_id");
        sale.put("storage", 101);

        webhook(id, sale).statusCode(400).body("errors.pointer", equalTo(List.of("/type_id", "/storage")));
        webhook("i".repeat(256), sale()).statusCode(400).body("errors[0].parameter", equalTo("webhook-id"));
        signed(id, "not JSON", "application/json").post(WEBHOOKS).then().statusCode(400);
        signed(id, SignedWebhook.json(sale()), "text/plain").post(WEBHOOKS).then().statusCode(415);
        signed(id, "x".repeat(1_048_577), "application/json").post(WEBHOOKS).then().statusCode(413);
        assertEquals(0, queued());
    }

    @Test
    void rejectsAnOperationThatExceedsTheMessageSize() {
        Map<String, Object> sale = sale();
        sale.put("goods_transactions", Collections.nCopies(1000, line("ж".repeat(233))));

        webhook(id, sale).statusCode(413).body("detail", containsString("The queued message would be"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "{\"company_id\": 4564, \"resource\": \"goods_operations_sale\", \"resource_id\": 1, \"status\": \"create\", \"data\": {}}",
            "{}", "", "not JSON"})
    void explainsTheExpectedSignatureToUnsignedRequests(String body) {
        given().contentType("application/json").header("Authorization", "Bearer shared").body(body).post(WEBHOOKS).then()
                .statusCode(401).body("type", equalTo("urn:stockroom:problem:invalid-signature"))
                .body("detail", containsString("webhook-signature")).body("detail", containsString("Altegio's own webhooks"))
                .body("detail", not(containsString("type_id")));
    }

    @Test
    void rejectsASignatureOfAnotherSecretBeforeValidatingTheRequest() {
        signed("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", id, "{}", "text/plain").post(WEBHOOKS).then().statusCode(401);
        signed(SECRET, id, "{}", "text/plain").header("webhook-id", "twice").post(WEBHOOKS).then().statusCode(401);
        assertEquals(0, queued());
    }

    @Test
    void deadLettersPermanentRejectionsAtOnceWithoutBlockingOtherMessages() {
        Map<String, Object> rejected = sale();
        rejected.remove("master_id");
        webhook(id + "-1", sale()).statusCode(202);
        webhook(id + "-2", rejected).statusCode(202);
        enqueue("not JSON");
        enqueue("{\"location_id\": 4564, \"key\": \"key\", \"operation\": {\"type_id\": 9}}");
        webhook(id + "-3", sale()).statusCode(202);
        webhook(id + "-3", Map.of("type_id", 2, "create_date", "2026-11-23T10:00:00+02:00", "storage_id", 101, "master_id", 201,
                "goods_transactions", List.of(line()))).statusCode(202);
        deliver();

        assertEquals(0, queued());
        assertEquals(2, booked().size());
        List<Map<String, String>> deadLetters = deadLetters();
        assertEquals(List.of("invalid-request", "invalid-request", "key-reused", "rejected"),
                deadLetters.stream().map(letter -> letter.get("reason")).sorted().toList());
        assertEquals(List.of("400", "400", "422", "422"), deadLetters.stream().map(letter -> letter.get("status")).sorted().toList());
    }

    @Slow
    @ParameterizedTest
    @CsvSource({"too-many-requests", "error-500", "drop-after-commit", "drop-before-commit", "late-commit"})
    void retriesTransientFailuresAndBooksOnce(String fault) {
        fault(Map.of("fault", fault, "route", BOOK, "delay", "PT0.5S"));
        webhook(id, sale()).statusCode(202);
        deliverUntilEmpty();

        assertEquals(0, queued());
        assertEquals(1, booked().size());
        assertEquals(List.of(), deadLetters());
    }

    private static Map<String, Object> line(String comment) {
        Map<String, Object> line = line();
        line.put("comment", comment);
        return line;
    }

    ValidatableResponse webhook(String webhookId, Object operation) {
        return signed(webhookId, SignedWebhook.json(operation), "application/json").post(WEBHOOKS).then();
    }

    private RequestSpecification signed(String webhookId, String body, String type) {
        return signed(SECRET, webhookId, body, type);
    }

    private RequestSpecification signed(String secret, String webhookId, String body, String type) {
        return SignedWebhook.of(secret, webhookId, now(), body).header("Content-Type", type);
    }
}
