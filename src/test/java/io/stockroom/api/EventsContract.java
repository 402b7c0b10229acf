package io.stockroom.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.runtime.SampleEvents;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Invokes the functions with raw Lambda events: the samples, and variants that other tools may generate. */
abstract class EventsContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The functions that queues trigger. */
    static final List<String> CONSUMERS = List.of("apply-webhook", "announce-stock");

    /** Invokes the function with the event; both event and response are JSON. */
    abstract String invoke(String function, String event) throws IOException;

    @ParameterizedTest
    @CsvSource({"list-storages,200", "list-goods,200", "search-transactions,200", "create-operation,200", "relay,200",
            "receive-webhook,202"})
    void eachSampleEventSucceeds(String function, int status) throws IOException {
        String event = SampleEvents.of(function);

        JsonNode response = call(function, event);

        assertEquals(status, response.get("statusCode").asInt(), response::toString);
        assertTrue(body(response).get("success").asBoolean());
    }

    @Test
    void sampleMessageIsBooked() throws IOException {
        assertEquals("{\"batchItemFailures\":[]}", call("apply-webhook", SampleEvents.of("apply-webhook")).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{'Records': null}", "{'Records': []}"})
    void emptyQueueEventReportsNoFailures(String event) throws IOException {
        for (String consumer : CONSUMERS) {
            assertEquals("{\"batchItemFailures\":[]}", call(consumer, event).toString(), consumer);
        }
    }

    @Test
    void emptyMessageDoesNotFailTheFunction() throws IOException {
        for (String consumer : CONSUMERS) {
            assertTrue(call(consumer, "{'Records': [{'messageId': 'empty'}]}").has("batchItemFailures"), consumer);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}",
            "{'headers': null, 'queryStringParameters': null, 'pathParameters': null, 'body': null, 'requestContext': null}"})
    void emptyEventIsABadRequest(String event) throws IOException {
        for (String function : new String[] {"list-goods", "list-storages", "search-transactions", "create-operation"}) {
            JsonNode response = call(function, event);
            assertEquals(400, response.get("statusCode").asInt(), function);
            assertEquals("application/problem+json", response.get("headers").get("Content-Type").asText());
        }
        assertEquals(401, call("receive-webhook", event).get("statusCode").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'rawPath': '/storages/4564'}", "{'rawPath': '/storages/4564', 'pathParameters': {'location_id': null}}",
            "{'rawPath': '/prod/storages/4564'}",
            "{'rawPath': '/prod/storages/4564', 'pathParameters': {'location_id': '4564'}, 'headers': {'X': null}}"})
    void readsTheLocationFromPathsWithAStageAndWithoutPathParameters(String event) throws IOException {
        assertEquals(200, call("list-storages", event).get("statusCode").asInt());
    }

    @Test
    void acceptsHeaderNamesInAnyCaseAndBodiesInBase64() throws IOException {
        JsonNode sample = JSON.readTree(SampleEvents.of("create-operation"));
        String base64 = Base64.getEncoder().encodeToString(sample.get("body").asText().getBytes(StandardCharsets.UTF_8));

        assertEquals(200, call("create-operation", "{'rawPath': '/storage_operations/operation/4564', 'isBase64Encoded': true,"
                + " 'headers': {'CONTENT-TYPE': 'Application/JSON; charset=utf-8'}, 'body': '" + base64 + "'}").get("statusCode").asInt());
        assertEquals(415, call("create-operation", "{'rawPath': '/storage_operations/operation/4564', 'headers': {'content-type': ';'},"
                + " 'body': '{}'}").get("statusCode").asInt());
        assertEquals(415,
                call("create-operation", "{'rawPath': '/storage_operations/operation/4564', 'headers': {'Content-type': 'text/plain'},"
                        + " 'body': '{}'}").get("statusCode").asInt());
    }

    @Test
    void invalidBase64BodyIsABadRequest() throws IOException {
        assertEquals(400,
                call("create-operation", "{'rawPath': '/storage_operations/operation/4564', 'isBase64Encoded': true, 'body': '%%%'}")
                        .get("statusCode").asInt());
    }

    private JsonNode call(String function, String event) throws IOException {
        return JSON.readTree(invoke(function, event.startsWith("{'") ? event.replace('\'', '"') : event));
    }

    private static JsonNode body(JsonNode response) throws IOException {
        return JSON.readTree(response.get("body").asText());
    }
}
