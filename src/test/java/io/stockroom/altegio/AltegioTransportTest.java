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
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.AltegioException.AccessDeniedException;
import io.stockroom.altegio.AltegioException.InvalidResponseException;
import io.stockroom.altegio.AltegioException.NotFoundException;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.RejectedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.invocation.CallContext;
import io.stockroom.problems.Violation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How responses of Altegio, and missing responses, are mapped to results and exceptions. */
@QuarkusTest
@WithTestResource(WireMockResource.class)
class AltegioTransportTest extends WireMockAltegio {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "400|{'success': false, 'data': null, 'meta': {'message': 'No'}}", "409|{'meta': {'message': 'No'}}",
            "422|{'errors': {'message': 'No'}, 'meta': []}", "200|{'success': false, 'data': null, 'meta': {'message': 'No'}}"})
    void rejectionsOfAnyFormatKeepTheirMessage(int status, String body) {
        respondWith(okJson(json(body)).withStatus(status));

        assertEquals("No", assertInstanceOf(RejectedException.class, failure()).getMessage());
    }

    @Test
    void fieldsAreMappedToJsonPointers() {
        respondWith(okJson(json("{'success': false, 'meta': {'message': 'No', 'errors':"
                + " {'goods_transactions.0.amount': ['too much', 'odd'], 'goods_transactions[1].cost': 'wrong'}}}")).withStatus(422));

        assertEquals(List.of(Violation.inBody("/goods_transactions/0/amount", "too much; odd"),
                Violation.inBody("/goods_transactions/1/cost", "wrong")),
                assertInstanceOf(RejectedException.class, failure()).problem().errors());
    }

    @ParameterizedTest
    @CsvSource({"402,AccessDeniedException", "403,AccessDeniedException", "404,NotFoundException", "429,RateLimitedException",
            "500,UnavailableException", "502,UnavailableException", "302,InvalidResponseException", "408,UnavailableException",
            "418,InvalidResponseException", "499,UnavailableException"})
    void statusDecidesWithoutAReadableBody(int status, String failure) {
        respondWith(aResponse().withStatus(status).withHeader("Location", "/elsewhere"));
        assertEquals(failure, failure().getClass().getSimpleName());
        respondWith(aResponse().withStatus(status).withHeader("Content-Type", "text/html").withBody("<html>Sorry</html>"));
        assertEquals(failure, failure().getClass().getSimpleName());
    }

    @Test
    void a404WithEmptyMetaIsNotFound() {
        respondWith(okJson("{\"success\": false, \"data\": null, \"meta\": []}").withStatus(404));

        assertInstanceOf(NotFoundException.class, failure());
    }

    @ParameterizedTest
    @CsvSource({"7,retry in 3 seconds,7", ",retry in 3 seconds,3", ",retry in 0 seconds,1", "0,,1", ",,1",
            "'Wed, 21 Oct 2015 07:28:00 GMT',retry in 2 seconds,1", "soon,повторить запрос через 7 секунд,7"})
    void retryAfterIsTheHeaderElseTheMessageAndAtLeastASecond(String header, String message, int seconds) {
        ResponseDefinitionBuilder limited = okJson("{\"success\": false, \"meta\": {\"message\": \"" + message + "\"}}").withStatus(429);
        respondWith(header == null ? limited : limited.withHeader("Retry-After", header));

        assertEquals(Duration.ofSeconds(seconds), assertInstanceOf(RateLimitedException.class, failure()).retryAfter());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "<html></html>", "null", "[]", "17", "{'success': true}", "{'success': true, 'data': {}, 'meta': []}",
            "{'success': true, 'data': [1], 'meta': []}", "{'success': 'maybe', 'data': []}"})
    void malformedBodiesAreInvalidResponses(String body) {
        respondWith(okJson(json(body)));
        assertInstanceOf(InvalidResponseException.class, failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/plain", "application/pdf"})
    void otherMediaTypesAreInvalidResponses(String type) {
        respondWith(aResponse().withStatus(200).withHeader("Content-Type", type).withBody("{}"));
        assertInstanceOf(InvalidResponseException.class, failure());
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMPTY_RESPONSE", "CONNECTION_RESET_BY_PEER", "MALFORMED_RESPONSE_CHUNK", "RANDOM_DATA_THEN_CLOSE"})
    void brokenConnectionLeavesOutcomeUnknown(Fault fault) {
        respondWith(aResponse().withFault(fault));

        assertFalse(failure().definitelyNotProcessed());
    }

    @Test
    void timeoutLeavesOutcomeUnknown() {
        respondWith(aResponse().withFixedDelay(6_000));
        AltegioException failure = assertThrows(AltegioException.class,
                () -> altegio.storages(17, CallContext.in(Duration.ofSeconds(3), clock)));

        assertInstanceOf(TimedOutException.class, failure);
        assertFalse(failure.definitelyNotProcessed());
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 425, 499, 500, 502, 503, 504})
    void statusThatAProxyMaySendLeavesOutcomeUnknown(int status) {
        respondWith(aResponse().withStatus(status));

        assertFalse(failure().definitelyNotProcessed());
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 408, 429, 500, 503})
    void failedLoginMeansOperationDefinitelyNotProcessed(int status) {
        respondWith(aResponse().withStatus(401));
        wireMock.stubFor(post("/api/v1/auth").willReturn(aResponse().withStatus(status)));

        assertTrue(assertThrows(AltegioException.class, () -> altegio.book(17, Map.of(), inTime())).definitelyNotProcessed());
    }

    @Test
    void redirectIsReportedByItsStatus() {
        respondWith(aResponse().withStatus(302).withHeader("Location", "/elsewhere"));

        assertEquals("Altegio's response could not be read: unexpected status 302", failure().getMessage());
    }

    @Test
    void accessDeniedKeepsAltegiosMessage() {
        respondWith(okJson("{\"success\": false, \"data\": null, \"meta\": {\"message\": \"Нет доступа\"}}").withStatus(403));

        assertEquals("Нет доступа", assertInstanceOf(AccessDeniedException.class, failure()).getMessage());
    }
}
