package io.stockroom.altegio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import io.stockroom.altegio.AltegioFailure.Unavailable;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is tried again, what is not, and for how long. */
@QuarkusTest
@QuarkusTestResource(value = WireMockResource.class, restrictToAnnotatedClass = true)
class RetryTest extends WireTest {

    private static final String STORAGES = "/api/v1/storages/17";
    private static final String OPERATION = "/api/v1/storage_operations/operation/17";
    private static final String LOG_IN = "/api/v1/auth";
    private static final String GOOD = "{\"success\": true, \"data\": [], \"meta\": []}";
    private static final String BOOKED = "{\"success\": true, \"data\": {\"document\": {\"id\": 5}}, \"meta\": []}";

    @BeforeEach
    void tryAgain() {
        altegio = altegio(Map.of("altegio.user-token", "given"));
    }

    static Stream<ResponseDefinitionBuilder> passing() {
        return Stream.concat(Stream.of(408, 425, 429, 499, 500, 502, 503, 504, 599).map(status -> aResponse().withStatus(status)),
                Stream.concat(Stream.of(Fault.values()).map(fault -> aResponse().withFault(fault)),
                        Stream.of(okJson(GOOD).withFixedDelay(5_000), okJson(GOOD).withChunkedDribbleDelay(20, 20_000))));
    }

    static Stream<ResponseDefinitionBuilder> lasting() {
        return Stream.of(aResponse().withStatus(400), aResponse().withStatus(402), aResponse().withStatus(403), aResponse().withStatus(404),
                aResponse().withStatus(405), aResponse().withStatus(409), aResponse().withStatus(418), aResponse().withStatus(422),
                aResponse().withStatus(302).withHeader("Location", "/elsewhere"), okJson("{\"success\": false, \"data\": null, \"meta\": []}"),
                okJson("{"), aResponse().withHeader("Content-Type", "text/html").withBody("<html>Under maintenance</html>"));
    }

    static Stream<ResponseDefinitionBuilder> unclear() {
        return passing().filter(answer -> answer.build().getStatus() != 429);
    }

    @ParameterizedTest
    @MethodSource("passing")
    void aReadIsTriedAgainAfterWhatMayPass(ResponseDefinitionBuilder fault) {
        answers(STORAGES, fault, okJson(GOOD));

        assertEquals(List.of(), altegio.storages(17, inTime()));
        assertEquals(2, count(STORAGES));
    }

    @ParameterizedTest
    @MethodSource("lasting")
    void whatWillNotPassIsNotTriedAgain(ResponseDefinitionBuilder refusal) {
        answers(STORAGES, refusal, okJson(GOOD));

        failure();
        assertEquals(1, count(STORAGES));
    }

    @Test
    void itEndsAfterSoManyAttempts() {
        answer(aResponse().withStatus(500));

        assertInstanceOf(Unavailable.class, failure());
        assertEquals(3, count(STORAGES));
    }

    @ParameterizedTest
    @MethodSource("unclear")
    void anOperationThatMayBeBookedIsNotSentAgain(ResponseDefinitionBuilder fault) {
        answers(OPERATION, fault, okJson(BOOKED));

        assertFalse(assertThrows(AltegioFailure.class, () -> altegio.book(17, Map.of(), inTime())).surelyNotProcessed());
        assertEquals(1, count(OPERATION));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429})
    void anOperationThatSurelyWasNotBookedIsSentAgain(int status) {
        answers(OPERATION, aResponse().withStatus(status), okJson(BOOKED));

        assertTrue(altegio.book(17, Map.of(), inTime()).row("document").isPresent());
        assertEquals(2, count(OPERATION));
    }

    @ParameterizedTest
    @CsvSource({"429,2", "500,1", "503,1", "408,1"})
    void aLogInIsTriedAgainOnlyIfItSurelyWasNotDone(int status, int times) {
        altegio = altegio(Map.of());
        answer(GOOD);
        answers(LOG_IN, aResponse().withStatus(status), okJson("{\"success\": true, \"data\": {\"user_token\": \"token\"}, \"meta\": []}"));

        if (times == 1) {
            failure();
        } else {
            altegio.storages(17, inTime());
        }
        assertEquals(times, count(LOG_IN));
    }

    @Test
    void whatIsRefusedBeforeItIsSentIsTriedAgainEvenIfItBooks() {
        int[] attempts = {0};
        Retry retry = new Retry(AltegioConfigs.quick(Map.of()));

        assertThrows(Unavailable.class, () -> retry.write(() -> {
            attempts[0]++;
            throw new Unavailable("Altegio can't be reached", true, null);
        }, inTime()));
        assertEquals(3, attempts[0]);
    }

    @ParameterizedTest
    @CsvSource({"2,,2", ",retry in 2 seconds,2", ",retry in 0 seconds,1", ",,1", "1,retry in 7 seconds,1"})
    void theWaitThatAltegioNamesIsKept(String header, String message, int seconds) {
        ResponseDefinitionBuilder limited = okJson("{\"success\": false, \"meta\": {\"message\": \"" + message + "\"}}").withStatus(429);
        answers(STORAGES, header == null ? limited : limited.withHeader("Retry-After", header), okJson(GOOD));

        altegio.storages(17, inTime());

        assertTrue(pauseBefore(STORAGES) >= seconds * 1_000L, () -> pauseBefore(STORAGES) + " ms");
    }

    @Test
    void theWaitThatAltegioNamesIsKeptByAllCallers() {
        answers(STORAGES, aResponse().withStatus(429).withHeader("Retry-After", "60"), okJson(GOOD));
        failure();

        AltegioFailure other = assertThrows(Limited.class, () -> altegio.transactions(17, Map.of(), inTime()));

        assertTrue(other.surelyNotProcessed());
        assertEquals(1, count(STORAGES) + count("/api/v1/storages/transactions/17"));
    }

    @Test
    void aWaitThatDoesNotFitIsTheCallersToKeep() {
        answers(STORAGES, aResponse().withStatus(429).withHeader("Retry-After", "17"), okJson(GOOD));

        assertEquals(Duration.ofSeconds(17), assertInstanceOf(Limited.class, failure()).retryAfter());
        assertEquals(1, count(STORAGES));
    }

    @Test
    void aBackOffThatDoesNotFitIsNotBegun() {
        altegio = altegio(Map.of("altegio.user-token", "given", "altegio.retry.first-delay", "PT1M", "altegio.retry.longest-delay", "PT1M"));
        answer(aResponse().withStatus(500));
        long began = System.nanoTime();

        // At random up to a minute: too long for these, but for one in thousands.
        assertThrows(Unavailable.class, () -> altegio.storages(17, Deadline.in(Duration.ofSeconds(1), clock)));
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(30).toNanos());
    }

    @Test
    void anAnswerThatTricklesHoldsNobodyBeyondTheirTime() {
        answer(okJson(GOOD).withChunkedDribbleDelay(30, 60_000));
        long began = System.nanoTime();

        assertThrows(TimedOut.class, () -> altegio.storages(17, Deadline.in(Duration.ofMillis(4_500), clock)));
        assertTrue(System.nanoTime() - began < Duration.ofSeconds(30).toNanos());
        assertEquals(3, count(STORAGES));
    }

    /** One answer, and another from then on. */
    private void answers(String url, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        answer(GOOD);
        wire.stubFor(any(urlEqualTo(url)).inScenario(url).whenScenarioStateIs(Scenario.STARTED).willReturn(first).willSetStateTo("then"));
        wire.stubFor(any(urlEqualTo(url)).inScenario(url).whenScenarioStateIs("then").willReturn(then));
    }

    private long count(String url) {
        return wire.getAllServeEvents().stream().filter(event -> event.getRequest().getUrl().equals(url)).count();
    }

    /** Milliseconds between the first two requests. */
    private long pauseBefore(String url) {
        List<Long> times = wire.getAllServeEvents().stream().filter(event -> event.getRequest().getUrl().equals(url))
                .map(event -> event.getRequest().getLoggedDate()).map(Date::getTime).sorted().toList();
        return times.get(1) - times.get(0);
    }
}
