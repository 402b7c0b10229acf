package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.Await;
import io.stockroom.Slow;
import io.stockroom.local.LocalEventSource;
import io.stockroom.local.LocalStockQueue;
import io.stockroom.stock.StockSchema;
import jakarta.inject.Inject;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@TestProfile(StockTest.WithKnownLocations.class)
class StockTest extends StockContract {

    private static final ObjectMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    /** Whose changes can be searched for. */
    public static class WithKnownLocations implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("altegio.locations", "4564", "stockroom.stock.locations", "4564");
        }
    }

    @Inject
    LocalEventSource eventSource;
    @Inject
    LocalStockQueue queue;

    @Override
    void deliver() {
        boolean more = true;
        while (more) {
            more = eventSource.deliverStock();
        }
    }

    @Override
    int queued() {
        return queue.messages().messages().size();
    }

    @Override
    List<JsonNode> events() {
        List<JsonNode> events = new ArrayList<>();
        json(given().header("Accept", "application/json").get("/sandbox/events").asString()).forEach(events::add);
        return events;
    }

    @Override
    int search() {
        return given().post("/sandbox/stock-search").then().statusCode(200).extract().jsonPath().getInt("goods");
    }

    @Override
    void clear() {
        queue.messages().clear();
        given().delete("/sandbox/events").then().statusCode(200);
    }

    /** As {@code curl -N} does. */
    @Test
    void eventsAreStreamedToATerminal() throws Exception {
        HttpResponse<Stream<String>> stream = HttpClient.newHttpClient().send(
                HttpRequest.newBuilder(api.resolve("/sandbox/events")).build(), HttpResponse.BodyHandlers.ofLines());
        assertEquals("text/event-stream", stream.headers().firstValue("Content-Type").orElseThrow());
        webhooks(Map.of());
        post(sale()).statusCode(200);
        Await.until(() -> queued() == 1);
        deliver();

        try (Stream<String> lines = stream.body()) {
            List<String> event = lines.dropWhile(line -> !line.startsWith("event: ")).limit(2).toList();
            assertEquals("event: Stock Level Changed", event.get(0));
            assertEquals(List.of(), StockSchema.violations(json(event.get(1).substring("data: ".length()))));
        }
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
