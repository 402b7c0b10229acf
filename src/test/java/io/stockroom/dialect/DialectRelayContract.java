package io.stockroom.dialect;

import static io.stockroom.dialect.RecordingAltegio.JSON;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reads as programs written for Altegio send them: the response is Altegio's, byte for byte. */
abstract class DialectRelayContract extends ProgramContract {

    /** What typed readers depend on: the digits of numbers, 0 and empty arrays for nothing, the order of fields. */
    private static final String LISTED = "{\"success\":true,\"data\":[{\"title\":\"Шампоан \\\"1\\\" \uD83D\uDE00\",\"id\":1,\"record_id\":0,"
            + "\"supplier\":[],\"client\":{\"id\":0,\"name\":\"\"},\"cost\":\"14.90\",\"amount\":-0.30000000000000004,\"weight\":1.50,"
            + "\"big\":12345678901234567890123,\"small\":1.0e-7,\"comment\":null}],\"meta\":[]}";

    @ParameterizedTest
    @ValueSource(strings = {"/storages/4564", "/storages/transactions/4564", "/goods/4564", "/goods/4564/3001", "/company/4564/staff",
            "/company/4564/staff/201", "/staff/4564", "/staff/4564/201", "/companies", "/company/4564", "/accounts/4564",
            "/storage_operations/documents/4564/7", "/storage_operations/documents/goods_transactions/7"})
    void aReadIsRelayedByteForByteInEachFormOfItsPath(String path) {
        altegio.reply(path, 200, LISTED);

        for (String sent : List.of(path, path + "/", "/api/v1" + path, "/api/v1" + path + "/")) {
            HttpResponse<String> response = ProgramRequest.get(sent + "?page=2&count=50000&start_date=&partner_id=7").send(api);

            assertEquals(200, response.statusCode(), response::body);
            assertEquals(LISTED, response.body(), sent);
            assertEquals("application/json", response.headers().firstValue("Content-Type").orElseThrow());
            assertSent(path, "page=2&count=50000&start_date=&partner_id=7");
            altegio.forgetRequests();
        }
    }

    /** The values of one parameter keep their order. */
    private void assertSent(String path, String query) {
        String[] sent = altegio.requests().get(0).split("\\?", 2);
        assertEquals("GET " + path, sent[0]);
        assertEquals(byName(query), byName(sent.length == 1 ? "" : sent[1]));
        assertEquals(1, altegio.requests().size());
    }

    private static Map<String, List<String>> byName(String query) {
        return Stream.of(query.split("&")).collect(Collectors.groupingBy(pair -> pair.split("=")[0], TreeMap::new, Collectors.toList()));
    }

    /** Only programs written for Altegio know the near routes, so that they need no media type. */
    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json", "text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"})
    void nearReadsAreRelayedWhateverIsAccepted(String accept) {
        altegio.reply("/company/4564/staff", 200, LISTED);

        assertEquals(LISTED, ProgramRequest.get("/company/4564/staff").with("Accept", accept).send(api).body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "{\"page\": 3, \"count\": \"200\"}                          | application/json                  | page=3&count=200",
            "{\"page\": 3.0, \"ids\": [1, \"a b\"], \"deleted\": false} | application/json                  | page=3.0&ids%5B%5D=1&ids%5B%5D=a+b&deleted=0",
            "{\"filter\": {\"from\": \"2026-11-01\", \"to\": null}}     | text/plain                        | filter%5Bfrom%5D=2026-11-01",
            "{\"page\": 3}                                                | application/x-www-form-urlencoded | page=3",
            "page=3&term=%D0%A8&term=b                                  | application/x-www-form-urlencoded | page=3&term=%D0%A8&term=b",
            "[]                                                         | application/json                  | ''"})
    void theBodyOfAGetIsTakenAsItsQuery(String body, String type, String query) {
        for (String path : List.of("/storages/transactions/4564", "/goods/4564")) {
            altegio.reply(path, 200, LISTED);

            HttpResponse<String> response = ProgramRequest.get(path).with("Content-Type", type).body(body).send(api);

            assertEquals(LISTED, response.body());
            assertSent(path, query);
            altegio.forgetRequests();
        }
    }

    @Test
    void theUrlsParameterCountsIfTheBodyHasItToo() {
        altegio.reply("/goods/4564", 200, LISTED);

        ProgramRequest.get("/goods/4564?page=2").with("Content-Type", "application/json").body("{\"page\": 1, \"count\": 5}").send(api);

        assertSent("/goods/4564", "page=2&count=5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"not JSON", "[1]", "{\"a\": 1e1000000000}", "{\"a\": 1, \"a\": 2}"})
    void aBodyThatHasNoParametersIsAProblem(String body) throws JsonProcessingException {
        HttpResponse<String> response = ProgramRequest.get("/goods/4564").with("Content-Type", "application/json").body(body).send(api);

        assertEquals(400, response.statusCode());
        assertFalse(JSON.readTree(response.body()).get("success").asBoolean());
        assertEquals(List.of(), altegio.requests());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "404 | {\"success\":false,\"data\":null,\"meta\":{\"message\":\"Не найдено\",\"code\":0.10}}",
            "403 | {\"success\":false,\"data\":null,\"meta\":{\"message\":\"No rights\"}}",
            "422 | {\"success\":false,\"data\":null,\"meta\":{\"message\":\"Validation\",\"errors\":{\"page\":[\"bad\"]}}}"})
    void altegiosRefusalKeepsItsStatusAndBody(int status, String body) {
        for (String path : List.of("/storages/4564", "/storages/transactions/4564", "/staff/4564")) {
            altegio.reply(path, status, body);

            HttpResponse<String> response = ProgramRequest.get(path).send(api);

            assertEquals(status, response.statusCode());
            assertEquals(body, response.body());
        }
    }

    /** A program gets what it wrote: it must not find the marker in its comment, and write it back. */
    @Test
    void markersAreTakenOff() throws JsonProcessingException {
        ProgramRequest.book("{\"type_id\":1,\"storage_id\":101,\"comment\":\"Order 1\",\"transactions\":[{\"good_id\":3001,\"amount\":2}]}")
                .send(api);
        assertTrue(altegio.bookedBodies().get(0).contains("[sr:"));

        JsonNode document = JSON.readTree(ProgramRequest.get("/storage_operations/documents/4564/456401700").send(api).body());
        JsonNode lines = JSON.readTree(
                ProgramRequest.get("/storage_operations/documents/goods_transactions/456401700").send(api).body());

        assertEquals("Order 1", document.at("/data/comment").asText());
        assertEquals("", lines.at("/data/0/comment").asText());
    }

    /** Altegio quotes what it was sent in some of its messages. */
    @Test
    void credentialsAreMasked() {
        altegio.reply("/staff/4564", 403, "{\"success\":false,\"data\":null,\"meta\":{\"message\":\"No rights: user-token-of-altegio\"}}");

        HttpResponse<String> response = ProgramRequest.get("/staff/4564").send(api);

        assertEquals(403, response.statusCode());
        assertFalse(response.body().contains("user-token-of-altegio"), response::body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/companies/4564", "/goods/4564/3001/x", "/goods/x/3001", "/company/4564/staff/1%2F..%2F..", "/user/auth",
            "/records/4564", "/goods/4564/%2e%2e", "/companies/1/2", "/company/4564;a=b", "/company/04564", "/api/v1/api/v1/companies"})
    void whatIsNotOnTheListIsNotFound(String path) throws JsonProcessingException {
        HttpResponse<String> response = ProgramRequest.get(path).send(api);

        assertEquals(404, response.statusCode());
        JsonNode problem = JSON.readTree(response.body());
        assertFalse(problem.get("success").asBoolean());
        assertTrue(problem.at("/meta/message").asText().contains("GET /company/{location_id}"), response::body);
        assertEquals(List.of(), altegio.requests());
    }

    /** Nothing that changes anything is relayed. */
    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void onlyReadsAreRelayed(String method) {
        ProgramRequest read = ProgramRequest.get("/company/4564/staff");

        HttpResponse<String> response = new ProgramRequest(method, read.path(), read.headers(), "{}").send(api);

        assertEquals(404, response.statusCode());
        assertEquals(List.of(), altegio.requests());
    }
}
