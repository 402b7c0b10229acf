package io.stockroom.dialect;

import static io.stockroom.dialect.RecordingAltegio.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Books each shape of a request that programs send: once, and with Altegio's own response. */
abstract class DialectBookingContract extends ProgramContract {

    private static final Pattern MARKER = Pattern.compile("\\[sr:[0-9a-f]{16}] ?");

    static List<String> shapes() {
        List<String> names = List.copyOf(RequestShapes.all().keySet());
        assertTrue(names.size() >= 35, names::toString);
        return names;
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eachShapeIsPassedOnWithAllItsFields(String shape) throws JsonProcessingException {
        ProgramRequest request = RequestShapes.all().get(shape);

        assertEquals(200, request.send(api).statusCode());

        assertEquals(1, altegio.bookedBodies().size());
        String passed = altegio.bookedBodies().get(0);
        assertTrue(MARKER.matcher(passed).find(), passed);
        assertTrue(withoutComments(request.body()).equals(DialectBookingContract::compareNumbers, withoutComments(passed)), passed);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theResponseIsAltegiosWithoutTheMarker(String shape) {
        HttpResponse<String> response = RequestShapes.all().get(shape).send(api);

        assertEquals(MARKER.matcher(altegio.lastResponse()).replaceAll(""), response.body());
        assertEquals("application/json", response.headers().firstValue("Content-Type").orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void theFlatResponseIsAltegiosToo(String shape) {
        altegio.respondFlat();

        HttpResponse<String> response = RequestShapes.all().get(shape).send(api);

        assertEquals(MARKER.matcher(altegio.lastResponse()).replaceAll(""), response.body());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eachShapeIsBookedOnceIfItIsSentTwiceWithOneKey(String shape) {
        ProgramRequest request = RequestShapes.all().get(shape).with("Idempotency-Key", UUID.randomUUID().toString());

        HttpResponse<String> first = request.send(api);
        HttpResponse<String> second = request.send(api);

        assertEquals(1, altegio.bookedBodies().size());
        assertEquals(first.body(), second.body());
        assertEquals("true", second.headers().firstValue("Idempotency-Replayed").orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void eachShapeIsBookedOnceIfTheResponseIsLost(String shape) throws JsonProcessingException {
        altegio.loseNext();

        HttpResponse<String> response = RequestShapes.all().get(shape).send(api);

        assertEquals(200, response.statusCode(), response::body);
        assertEquals(1, altegio.bookedBodies().size());
        assertReadersFindWhatAltegioSent(JSON.readTree(altegio.lastResponse()), JSON.readTree(response.body()));
    }

    /** A reader of either form finds each of its fields. */
    private static void assertReadersFindWhatAltegioSent(JsonNode sent, JsonNode found) {
        JsonNode data = found.get("data");
        assertEquals(JSON.createArrayNode(), found.get("meta"));
        assertEquals(data.get("document").get("id"), data.get("document_id"));
        assertEquals(data.get("transactions"), data.get("goods_transactions"));
        assertContains(sent.at("/data/document"), data.get("document"));
        JsonNode lines = sent.at("/data/transactions");
        assertEquals(lines.size(), data.get("transactions").size());
        for (int i = 0; i < lines.size(); i++) {
            assertContains(lines.get(i), data.get("transactions").get(i));
        }
    }

    private static void assertContains(JsonNode sent, JsonNode found) {
        sent.properties().forEach(field -> {
            JsonNode value = found.path(field.getKey());
            boolean isNumberInQuotes = field.getValue().isTextual() && value.isNumber();
            String expected = MARKER.matcher(field.getValue().asText().replace("2026-11-25 22", "2026-11-25T22")).replaceAll("");
            assertEquals(expected, value.asText(), field.getKey());
            assertTrue(isNumberInQuotes || field.getValue().getNodeType() == value.getNodeType(), field.getKey());
        });
    }

    @Test
    void orderOfFieldsAndWhiteSpaceDoNotMatterForAKey() {
        ProgramRequest first = ProgramRequest.book("{\"type_id\":1,\"transactions\":[{\"good_id\":3001,\"amount\":2}]}")
                .with("Idempotency-Key", UUID.randomUUID().toString());

        String body = first.send(api).body();

        assertEquals(body, first.body(" {\"transactions\": [ {\"amount\": 2, \"good_id\": 3001} ], \"type_id\": 1}").send(api).body());
        HttpResponse<String> other = first.body("{\"type_id\":1,\"transactions\":[{\"good_id\":3001,\"amount\":3}]}").send(api);
        assertEquals(422, other.statusCode());
        assertTrue(other.body().contains("\"success\":false"), other::body);
        assertEquals(1, altegio.bookedBodies().size());
    }

    /** The response of one dialect must not be replayed in the other. */
    @Test
    void aKeyBelongsToOneDialect() {
        ProgramRequest request = RequestShapes.all().get("as documented").with("Idempotency-Key", UUID.randomUUID().toString());
        assertEquals(200, request.send(api).statusCode());

        assertEquals(422, request.with("Accept", "application/json").send(api).statusCode());
        assertEquals(1, altegio.bookedBodies().size());
    }

    @Test
    void withoutAKeyOrAWindowEachRequestIsAnOperation() {
        ProgramRequest request = RequestShapes.all().get("as documented");

        String first = request.send(api).headers().firstValue("Idempotency-Key").orElseThrow();

        assertNotEquals(first, request.send(api).headers().firstValue("Idempotency-Key").orElseThrow());
        assertEquals(2, altegio.bookedBodies().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "{\"goods_transactions\": []}", "{\"goods_transactions\": {}, \"type_id\": 1}",
            "{\"transactions\": [1]}", "{\"transactions\": [{}], \"type_id\": 1e1000000000}", "not JSON"})
    void aBodyWithoutLinesIsAProblemThatAltegiosProgramsUnderstand(String body) throws JsonProcessingException {
        HttpResponse<String> response = ProgramRequest.book(body).send(api);

        assertEquals(400, response.statusCode());
        JsonNode problem = JSON.readTree(response.body());
        assertFalse(problem.get("success").asBoolean());
        assertTrue(problem.get("data").isNull());
        assertFalse(problem.at("/meta/message").asText().isEmpty());
        assertEquals(List.of(), altegio.bookedBodies());
    }

    @Test
    void altegiosRefusalKeepsItsStatusAndBodyAndFreesTheKey() {
        String refusal = "{\"success\":false,\"data\":null,\"meta\":{\"message\":\"Не указан сотрудник\",\"errors\":{\"master_id\":[\"0.10\"]},"
                + "\"code\":0.10}}";
        altegio.reply("/storage_operations/operation/4564", 400, refusal);
        ProgramRequest request = RequestShapes.all().get("as documented").with("Idempotency-Key", UUID.randomUUID().toString());

        HttpResponse<String> response = request.send(api);

        assertEquals(400, response.statusCode());
        assertEquals(refusal, response.body());
        assertEquals("application/json", response.headers().firstValue("Content-Type").orElseThrow());
        altegio.reset();
        assertEquals(200, request.send(api).statusCode());
    }

    @Test
    void anInvalidKeyIsReportedAlthoughUnknownParametersAreNot() {
        HttpResponse<String> response = RequestShapes.all().get("the prefix, a slash and parameters").with("Idempotency-Key", "a,b")
                .send(api);

        assertEquals(400, response.statusCode());
        assertTrue(response.body().contains("Idempotency-Key"), response::body);
        assertFalse(response.body().contains("partner_id"), response::body);
    }

    /** Numbers are equal with all their digits, however they are spelled: a comparison as double would not see a lost one. */
    private static int compareNumbers(JsonNode left, JsonNode right) {
        return left.equals(right) || left.isNumber() && right.isNumber() && left.decimalValue().compareTo(right.decimalValue()) == 0 ? 0
                : 1;
    }

    private static JsonNode withoutComments(String json) throws JsonProcessingException {
        JsonNode tree = JSON.readTree(json);
        ((ObjectNode) tree).remove("comment");
        for (String name : Map.of("goods_transactions", 1, "transactions", 1, "goodsTransactions", 1).keySet()) {
            tree.path(name).forEach(line -> ((ObjectNode) line).remove("comment"));
        }
        return tree;
    }
}
