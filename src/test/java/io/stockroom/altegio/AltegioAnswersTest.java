package io.stockroom.altegio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.AltegioFailure.Denied;
import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.AltegioFailure.NotFound;
import io.stockroom.altegio.AltegioFailure.Refused;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import io.stockroom.altegio.AltegioFailure.Unreadable;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of what comes back from Altegio, and of what does not. */
@QuarkusTest
@QuarkusTestResource(value = WireMockResource.class, restrictToAnnotatedClass = true)
class AltegioAnswersTest extends WireTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "400|{'success': false, 'data': null, 'meta': {'message': 'No'}}", "409|{'meta': {'message': 'No'}}",
            "422|{'errors': {'message': 'No'}, 'meta': []}", "200|{'success': false, 'data': null, 'meta': {'message': 'No'}}"})
    void refusalsInAnyShapeKeepTheirMessage(int status, String body) {
        answer(okJson(json(body)).withStatus(status));

        assertEquals("No", assertInstanceOf(Refused.class, failure()).getMessage());
    }

    @Test
    void fieldsBecomePointers() {
        answer(okJson(json("{'success': false, 'meta': {'message': 'No', 'errors': {'goods_transactions.0.amount': ['too much', 'odd'],"
                + " 'goods_transactions[1].cost': 'wrong'}}}")).withStatus(422));

        assertEquals(Map.of("/goods_transactions/0/amount", "too much; odd", "/goods_transactions/1/cost", "wrong"),
                assertInstanceOf(Refused.class, failure()).fields());
    }

    @ParameterizedTest
    @CsvSource({"402,Denied", "403,Denied", "404,NotFound", "429,Limited", "500,Unavailable", "502,Unavailable", "302,Unreadable", "408,Unavailable", "418,Unreadable", "499,Unavailable"})
    void statusesSpeakWithoutABody(int status, String failure) {
        answer(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));
        assertEquals(failure, failure().getClass().getSimpleName());
        answer(aResponse().withStatus(status).withHeader("Content-Type", "text/html").withBody("<html>Sorry</html>"));
        assertEquals(failure, failure().getClass().getSimpleName());
    }

    @Test
    void a404WithAnEmptyMetaIsStillA404() {
        answer(okJson("{\"success\": false, \"data\": null, \"meta\": []}").withStatus(404));

        assertInstanceOf(NotFound.class, failure());
    }

    @ParameterizedTest
    @CsvSource({"7,retry in 3 seconds,7", ",retry in 3 seconds,3", ",retry in 0 seconds,1", "0,,1", ",,1", "'Wed, 21 Oct 2026 07:28:00 GMT',retry in 2 seconds,2"})
    void theWaitIsTheHeadersElseTheMessagesAndAtLeastASecond(String header, String message, int seconds) {
        ResponseDefinitionBuilder limited = okJson("{\"success\": false, \"meta\": {\"message\": \"" + message + "\"}}").withStatus(429);
        answer(header == null ? limited : limited.withHeader("Retry-After", header));

        assertEquals(Duration.ofSeconds(seconds), assertInstanceOf(Limited.class, failure()).retryAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<html></html>", "null", "[]", "17", "{'success': true}", "{'success': true, 'data': {}, 'meta': []}",
            "{'success': true, 'data': [1], 'meta': []}", "{'success': 'maybe', 'data': []}"})
    void nonsenseIsNamedAsSuch(String body) {
        answer(okJson(json(body)));
        assertInstanceOf(Unreadable.class, failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/pdf"})
    void anotherMediaTypeIsNonsense(String type) {
        answer(aResponse().withStatus(200).withHeader("Content-Type", type).withBody("{}"));
        assertInstanceOf(Unreadable.class, failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"})
    void aBrokenConnectionLeavesTheOutcomeOpen(Fault fault) {
        answer(aResponse().withFault(fault));

        assertFalse(failure().surelyNotProcessed());
    }

    @Test
    void noAnswerInTimeLeavesTheOutcomeOpen() {
        answer(aResponse().withFixedDelay(6_000));
        AltegioFailure failure = assertThrows(AltegioFailure.class,
                () -> altegio.storages(17, Deadline.in(Duration.ofSeconds(3), clock)));

        assertInstanceOf(TimedOut.class, failure);
        assertFalse(failure.surelyNotProcessed());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 499, 500, 502, 503, 504})
    void aStatusThatAProxyMayGiveLeavesTheOutcomeOpen(int status) {
        answer(aResponse().withStatus(status));

        assertFalse(failure().surelyNotProcessed());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 408, 429, 500, 503})
    void whatGoesWrongAtTheLogInNeverReachedTheOperation(int status) {
        answer(aResponse().withStatus(401));
        wire.stubFor(post("/api/v1/auth").willReturn(aResponse().withStatus(status)));

        assertTrue(assertThrows(AltegioFailure.class, () -> altegio.book(17, Map.of(), inTime())).surelyNotProcessed());
    }

    @Test
    void aRedirectIsNamedByItsStatus() {
        answer(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));

        assertEquals("Altegio's answer can't be read: its status is 302", failure().getMessage());
    }

    @Test
    void deniedIsSaidInAltegiosWords() {
        answer(okJson("{\"success\": false, \"data\": null, \"meta\": {\"message\": \"Нет доступа\"}}").withStatus(403));

        assertEquals("Нет доступа", assertInstanceOf(Denied.class, failure()).getMessage());
    }
}
