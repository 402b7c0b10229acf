package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.stockroom.Await;
import io.stockroom.stock.StockSchema;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Announced stock: from the event of Altegio's webhook to the event on the bus. */
abstract class StockContract extends ApiContract {

    /** Two, as during a rotation. */
    static final String TOKENS = "altegio-sandbox-token,second-token-of-two";
    static final String TOKEN = "altegio-sandbox-token";

    private static final String PATH = "/webhooks/altegio/4564";

    /** Delivers queued messages to announce-stock until none is visible. */
    abstract void deliver();

    abstract int queued();

    /** Returns the events on the bus since the test began. */
    abstract List<JsonNode> events();

    /** Calls find-stock-changes, and returns how many goods it queued. */
    abstract int search();

    /** What other tests have announced is not what the sandbox has after its reset. */
    @BeforeEach
    void announceTheSeed() {
        clear();
        event(bearer(), PATH, "[" + good(3001) + "," + good(3002) + "," + good(3003) + "]").statusCode(200);
        Await.until(() -> {
            deliver();
            return queued() == 0;
        });
        search();
        clear();
    }

    /** Forgets the events so far. */
    abstract void clear();

    @AfterEach
    void stopWebhooks() {
        given().delete(sandbox + "/webhooks").then().statusCode(200);
    }

    @Test
    void aSaleInTheSandboxBecomesAnEvent() {
        webhooks(Map.of());
        post(sale()).statusCode(200);
        Await.until(() -> queued() == 1);
        deliver();

        assertEquals(1, events().size());
        JsonNode event = events().get(0);
        assertEquals(List.of(), StockSchema.violations(event));
        assertEquals(4564, event.get("location_id").asInt());
        assertEquals(3001, event.get("good_id").asInt());
        assertEquals("SR-3001", event.get("article").asText());
        assertEquals("goods_operations_sale", event.get("cause").asText());
        assertEquals(inAltegio(3001), levels(event));
        assertEquals(0, queued());
    }

    /** Our sale moves the stock, which is announced; announcing it books nothing. */
    @Test
    void aBookingOfStockroomsOwnLeadsToNoLoop() {
        webhooks(Map.of("repeated", true));
        post(sale()).statusCode(200);
        Await.until(() -> queued() == 2);
        deliver();
        deliver();

        assertEquals(1, events().size());
        assertEquals(1, booked().size());
        assertEquals(0, queued());
    }

    @Test
    void repeatedShuffledAndRenamedEventsAndVisitsLeadToTheCurrentLevel() {
        for (boolean asVisits : List.of(false, true)) {
            webhooks(Map.of("repeated", true, "shuffled", true, "renamed", true, "visits", asVisits));
            for (int i = 0; i < 5; i++) {
                post(sale()).statusCode(200);
            }
            Await.until(() -> queued() >= 10 || !events().isEmpty());
            deliver();
            Await.until(() -> {
                deliver();
                return queued() == 0 && levels(events().get(events().size() - 1)).equals(inAltegio(3001));
            });
        }
        assertTrue(events().size() <= 4, () -> events().toString());
    }

    @Test
    void aGoodThatIsDeletedIsAnnouncedAsGone() {
        webhooks(Map.of());
        given().delete(sandbox + "/goods/4564/3003").then().statusCode(200);
        Await.until(() -> queued() == 1);
        deliver();

        JsonNode event = events().get(0);
        assertEquals(List.of(), StockSchema.violations(event));
        assertTrue(event.get("gone").asBoolean());
        assertEquals(0, event.get("levels").size());
    }

    @Test
    void whatWasLostIsFoundBySearching() {
        webhooks(Map.of("lost", 100));
        post(sale()).statusCode(200);
        assertEquals(1, search());
        deliver();

        assertEquals("schedule", events().get(0).get("cause").asText());
        assertEquals(inAltegio(3001), levels(events().get(0)));
        assertEquals(0, search());
    }

    /** A deleted line names no good. */
    @Test
    void anEventThatNamesNoGoodLeadsToASearch() {
        post(sale()).statusCode(200);
        event(bearer(), PATH, "{\"company_id\": 4564, \"resource\": \"goods_operations_sale\", \"resource_id\": 7, \"status\": \"delete\"}")
                .statusCode(200);
        deliver();

        assertEquals(inAltegio(3001), levels(events().get(0)));
    }

    @Test
    void anArrayOfEventsIsTaken() {
        event(bearer(), PATH, "[" + good(3001) + "," + good(3002) + "," + good(3001) + "]").statusCode(200)
                .body("data.queued", equalTo(1));
        post(sale()).statusCode(200);
        deliver();

        assertEquals(List.of(3001), events().stream().map(event -> event.get("good_id").asInt()).toList());
    }

    @Test
    void theTokenMayBeInThePath() {
        event(given(), PATH + "/second-token-of-two", good(3001)).statusCode(200).body("data.queued", equalTo(1));
        event(given(), PATH + "/wrong-token-in-the-path", good(3001)).statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer altegio-sandbox-toke", "Bearer altegio-sandbox-token2", "Bearer", "altegio-sandbox-token",
            "Basic altegio-sandbox-token", "Bearer altegio-sandbox-token,second-token-of-two", "Bearer x, Bearer altegio-sandbox-token"})
    void aWrongTokenIsRejectedBeforeAnythingElse(String authorization) {
        for (String path : List.of(PATH, "/webhooks/altegio/1", "/webhooks/altegio/nothing")) {
            event(given().header("Authorization", authorization), path, "no event").statusCode(401)
                    .body("type", equalTo("urn:stockroom:problem:invalid-token"));
        }
        event(given(), PATH, good(3001)).statusCode(401);
        assertEquals(0, queued());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]x", "7", "[7]", "{}", "{\"company_id\": 4564}",
            "{\"company_id\": 4565, \"resource\": \"good\"}"})
    void whatIsNoEventIsRejected(String body) {
        event(bearer(), PATH, body).statusCode(400);
        assertEquals(0, queued());
    }

    @Test
    void aLocationThatIsNotAllowedIsRejected() {
        event(bearer(), "/webhooks/altegio/4565", "{\"company_id\": 4565, \"resource\": \"good\", \"resource_id\": 1}").statusCode(403)
                .body("type", equalTo("urn:stockroom:problem:location-not-allowed"));
        assertEquals(0, queued());
    }

    @Test
    void otherEventsAreTakenAndLeftOut() {
        event(bearer(), PATH, "{\"company_id\": 4564, \"resource\": \"client\", \"resource_id\": 7, \"status\": \"create\","
                + " \"data\": {\"phone\": \"+13155550175\"}}").statusCode(200).body("data.queued", equalTo(0));
        event(bearer(), PATH, "[]").statusCode(200).body("data.queued", equalTo(0));
        assertEquals(0, queued());
    }

    @Test
    void altegioIsNotAskedBeforeTheResponse() {
        Map<String, Integer> before = requests();
        event(bearer(), PATH, good(3001)).statusCode(200).time(lessThan(5_000L));
        assertEquals(before, requests());
    }

    private Map<String, Integer> requests() {
        return given().get(sandbox + "/log").jsonPath().getMap("requests.routes");
    }

    private static String good(long id) {
        return "{\"company_id\": \"4564\", \"resource\": \"good\", \"resource_id\": " + id + ", \"status\": \"update\", \"data\": null}";
    }

    private static RequestSpecification bearer() {
        return given().header("Authorization", "Bearer " + TOKEN);
    }

    private static ValidatableResponse event(RequestSpecification request, String path, String body) {
        return request.contentType(ContentType.JSON).body(body).post(path).then();
    }

    void webhooks(Map<String, ?> switches) {
        Map<String, Object> settings = new HashMap<>(Map.of("url", api.resolve("/webhooks/altegio/") + "{location_id}", "bearer", TOKEN,
                "delay", "PT0.01S"));
        settings.putAll(switches);
        given().contentType(ContentType.JSON).body(settings).post(sandbox + "/webhooks").then().statusCode(201);
    }

    static Map<Long, BigDecimal> levels(JsonNode event) {
        Map<Long, BigDecimal> levels = new TreeMap<>();
        StreamSupport.stream(event.get("levels").spliterator(), false)
                .forEach(level -> levels.put(level.get("storage_id").asLong(), level.get("amount").decimalValue().stripTrailingZeros()));
        return levels;
    }

    /** Returns the stock as the catalog has it now. */
    private static Map<Long, BigDecimal> inAltegio(long good) {
        Map<Long, BigDecimal> levels = new TreeMap<>();
        List<Map<String, Object>> amounts = given().get("/goods/4564?article=SR-" + good).jsonPath().getList("data[0].actual_amounts");
        amounts.forEach(amount -> levels.put(Long.valueOf(amount.get("storage_id").toString()),
                new BigDecimal(amount.get("amount").toString()).stripTrailingZeros()));
        return levels;
    }
}
