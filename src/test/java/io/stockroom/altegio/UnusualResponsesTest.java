package io.stockroom.altegio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.RejectedException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import io.stockroom.problems.Violation;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Responses that are readable although their headers or texts are not as they should be. */
@QuarkusTest
@WithTestResource(WireMockResource.class)
class UnusualResponsesTest extends WireMockAltegio {

    private static final String STORAGES = "/api/v1/storages/17";

    @ParameterizedTest
    @ValueSource(strings = {"", "text/html", "text/plain; charset=windows-1251", "application/octet-stream", "not a type",
            "application/json;"})
    void jsonIsReadWhateverItsContentType(String type) {
        ResponseDefinitionBuilder response = aResponse().withBody("{\"success\": true, \"data\": [{\"title\": \"Склад\"}], \"meta\": []}");
        respondWith(type.isEmpty() ? response : response.withHeader("Content-Type", type));
        assertEquals("Склад", title());

        response = aResponse().withStatus(409).withBody("{\"meta\": {\"message\": \"Нет\"}}");
        respondWith(type.isEmpty() ? response : response.withHeader("Content-Type", type));
        assertEquals("Нет", assertInstanceOf(RejectedException.class, failure()).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"text/html; charset=utf-8|<html>secret</html>|not JSON (text/html, status 200)",
            "|secret|not JSON (no Content-Type, status 200)", "se cret|secret|not JSON (an invalid Content-Type, status 200)",
            "application/json|[17]|not an envelope (application/json, status 200)", "text/plain||empty body (text/plain, status 200)"})
    void unreadableBodyIsDescribedByItsTypeAndStatus(String type, String body, String reason) {
        ResponseDefinitionBuilder response = aResponse().withBody(body == null ? "" : body);
        respondWith(type == null ? response : response.withHeader("Content-Type", type));

        assertEquals("Altegio's response could not be read: " + reason,
                assertInstanceOf(InvalidResponseException.class, failure()).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {"Anna \\ud83d|Anna \ufffd", "\\ude00 Anna|\ufffd Anna",
            "\\ud83d\\ude00|\ud83d\ude00",
            "\\ud83d\\ud83d\\ude00|\ufffd\ud83d\ude00", "\\ude00\\ud83d|\ufffd\ufffd"})
    void unpairedSurrogatesAreReplacedInNamesAndValuesAtAnyDepth(String escaped, String expected) {
        respondWith(okJson("{\"success\": true, \"data\": [{\"title\": \"" + escaped + "\", \"x" + escaped + "\": [{\"y\": [\"" + escaped
                + "\"]}]}], \"meta\": []}"));

        AltegioObject row = altegio.storages(17, inTime()).get(0);
        assertEquals(expected, row.takeText("title"));
        assertEquals(Map.of("x" + expected, List.of(Map.of("y", List.of(expected)))), row.remaining());
    }

    @Test
    void invalidUtf8AndUnescapedControlCharactersAreRead() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("{\"success\": true, \"data\": [{\"title\": \"Б a\tb\n ".getBytes(StandardCharsets.UTF_8));
        body.writeBytes(new byte[] {(byte) 0xff, 'x', (byte) 0xd0, 'y', (byte) 0xed, (byte) 0xa0, (byte) 0x80});
        body.writeBytes("\"}], \"meta\": []}".getBytes(StandardCharsets.UTF_8));
        respondWith(aResponse().withHeader("Content-Type", "application/json").withBody(body.toByteArray()));

        assertEquals("Б a\tb\n \ufffdx\ufffdy\ufffd", title());

        respondWith("{'success': true, 'data': [{'title': 'a\\u0000b\\u0007'}], 'meta': []}");
        assertEquals("a\u0000b\u0007", title());
    }

    @Test
    void quotedCredentialsAreMasked() {
        altegio = altegio(Map.of("altegio.retry.attempts", "1", "altegio.partner-token", "partner-4711", "altegio.password", "pass-4711"));
        String quote = "Bearer partner-4711, User token, pass-4711, sandbox@example.com";
        respondWith(okJson("{\"success\": false, \"meta\": {\"message\": \"" + quote + "\", \"errors\": {\"partner-4711\": [\"" + quote
                + "\"]}}}").withStatus(422));

        RejectedException rejected = assertInstanceOf(RejectedException.class, failure());
        assertEquals("Bearer ***, User ***, ***, ***", rejected.getMessage());
        assertEquals(List.of(Violation.inBody("/***", "Bearer ***, User ***, ***, ***")), rejected.problem().errors());

        respondWith(okJson("{\"success\": true, \"data\": [{\"title\": \"partner-4711\", \"comment\": \"pass-4711\"}], \"meta\": []}"));
        AltegioObject row = altegio.storages(17, inTime()).get(0);
        assertEquals("*** pass-4711", row.takeText("title") + " " + row.takeText("comment"));
    }

    @Test
    void tokenOfALoginIsMaskedAndTheSameTokenCanBeIssuedAgain() {
        wireMock.stubFor(any(urlPathEqualTo("/api/v1/auth"))
                .willReturn(okJson("{\"success\": true, \"data\": {\"user_token\": \"renewed-token-1\"}, \"meta\": []}")));
        altegio = altegio(Map.of("altegio.user-token", "renewed-token-1", "altegio.retry.attempts", "1"));
        respondWith(STORAGES, aResponse().withStatus(401),
                aResponse().withStatus(403).withBody("{\"meta\": {\"message\": \"renewed-token-1\"}}"));

        assertEquals("***", failure().getMessage());
        assertEquals("Bearer sandbox-partner, User renewed-token-1",
                wireMock.getAllServeEvents().get(0).getRequest().getHeader("Authorization"));
    }

    @ParameterizedTest
    @CsvSource({"503,17,17", "500,17,17", "503,,5", "408,17,17", "503,0,1"})
    void retryAfterOfAnOutageReachesTheCaller(int status, String header, int seconds) {
        ResponseDefinitionBuilder response = aResponse().withStatus(status);
        respondWith(header == null ? response : response.withHeader("Retry-After", header));

        assertEquals(Duration.ofSeconds(seconds), assertInstanceOf(UnavailableException.class, failure()).problem().retryAfter());
    }

    @Test
    void readIsNotRetriedBeforeTheRetryAfterOfAnOutage() {
        altegio = altegio(Map.of("altegio.user-token", "given"));
        respondWith(STORAGES, aResponse().withStatus(503).withHeader("Retry-After", "1.5"), okJson("{\"success\": true, \"data\": []}"));
        altegio.storages(17, inTime());
        List<Long> times = wireMock.getAllServeEvents().stream().map(event -> event.getRequest().getLoggedDate()).map(Date::getTime)
                .sorted().toList();
        assertEquals(2, times.size());
        assertTrue(times.get(1) - times.get(0) >= 1_500, times::toString);

        wireMock.resetRequests();
        respondWith(aResponse().withStatus(503).withHeader("Retry-After", "60"));
        assertThrows(UnavailableException.class, () -> altegio.storages(17, inTime()));
        assertEquals(1, wireMock.getAllServeEvents().size());
    }

    private String title() {
        return altegio.storages(17, inTime()).get(0).takeText("title");
    }

    private void respondWith(String url, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        wireMock.stubFor(
                any(urlPathEqualTo(url)).inScenario(url).whenScenarioStateIs(Scenario.STARTED).willReturn(first).willSetStateTo("then"));
        wireMock.stubFor(any(urlPathEqualTo(url)).inScenario(url).whenScenarioStateIs("then").willReturn(then));
    }
}
