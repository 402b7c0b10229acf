package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.amazon.lambda.runtime.AmazonLambdaMapperRecorder;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.api.SandboxResource;
import io.stockroom.runtime.SampleEvents;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.literal.NamedLiteral;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as Lambda hands them over: the samples, and what a caller's tools may make of them. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class EventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    @Any
    Instance<RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse>> handlers;

    @ParameterizedTest
    @ValueSource(strings = {"list-storages", "search-transactions", "create-operation"})
    void eachSampleEventIsAnswered(String function) throws IOException {
        String event = SampleEvents.of(function);

        JsonNode answer = call(function, event);

        assertEquals(200, answer.get("statusCode").asInt());
        assertTrue(body(answer).get("success").asBoolean());
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "{'headers': null, 'queryStringParameters': null, 'pathParameters': null, 'body': null, 'requestContext': null}"})
    void anEventWithNothingInItIsABadRequest(String event) throws IOException {
        for (String function : new String[] {"list-storages", "search-transactions", "create-operation"}) {
            JsonNode answer = call(function, event);
            assertEquals(400, answer.get("statusCode").asInt(), function);
            assertEquals("application/problem+json", answer.get("headers").get("Content-Type").asText());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'rawPath': '/storages/4564'}", "{'rawPath': '/storages/4564', 'pathParameters': {'location_id': null}}", "{'rawPath': '/prod/storages/4564'}",
            "{'rawPath': '/prod/storages/4564', 'pathParameters': {'location_id': '4564'}, 'headers': {'X': null}}"})
    void theLocationIsFoundBehindAStageAndWithoutPathParameters(String event) throws IOException {
        assertEquals(200, call("list-storages", event).get("statusCode").asInt());
    }

    @Test
    void headerNamesMayBeInAnyCaseAndBodiesInBase64() throws IOException {
        JsonNode sample = JSON.readTree(SampleEvents.of("create-operation"));
        String base64 = Base64.getEncoder().encodeToString(sample.get("body").asText().getBytes(StandardCharsets.UTF_8));

        assertEquals(200, call("create-operation", "{'rawPath': '/storage_operations/operation/4564', 'isBase64Encoded': true,"
                + " 'headers': {'CONTENT-TYPE': 'Application/JSON; charset=utf-8'}, 'body': '" + base64 + "'}").get("statusCode").asInt());
        assertEquals(415, call("create-operation", "{'rawPath': '/storage_operations/operation/4564', 'headers': {'content-type': ';'},"
                + " 'body': '{}'}").get("statusCode").asInt());
        assertEquals(415, call("create-operation", "{'rawPath': '/storage_operations/operation/4564', 'headers': {'Content-type': 'text/plain'},"
                + " 'body': '{}'}").get("statusCode").asInt());
    }

    @Test
    void aBodyThatIsNoBase64IsABadRequest() throws IOException {
        assertEquals(400, call("create-operation", "{'rawPath': '/storage_operations/operation/4564', 'isBase64Encoded': true, 'body': '%%%'}")
                .get("statusCode").asInt());
    }

    private JsonNode call(String function, String event) throws IOException {
        ObjectMapper lambda = AmazonLambdaMapperRecorder.objectMapper;
        String json = event.startsWith("{'") ? event.replace('\'', '"') : event;
        APIGatewayV2HTTPEvent received = lambda.readValue(json, APIGatewayV2HTTPEvent.class);
        return JSON.readTree(lambda.writeValueAsString(handlers.select(NamedLiteral.of(function)).get().handleRequest(received, null)));
    }

    private static JsonNode body(JsonNode answer) throws IOException {
        return JSON.readTree(answer.get("body").asText());
    }
}
