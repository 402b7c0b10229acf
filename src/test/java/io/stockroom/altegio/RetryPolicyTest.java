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
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.Slow;
import io.stockroom.altegio.AltegioException.RateLimitedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import io.stockroom.invocation.CallContext;
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

/** Which failures are retried, and for how long. */
@Slow
@QuarkusTest
@WithTestResource(WireMockResource.class)
class RetryPolicyTest extends WireMockAltegio {

    private static final String STORAGES = "/api/v1/storages/17";
    private static final String OPERATION = "/api/v1/storage_operations/operation/17";
    private static final String AUTH = "/api/v1/auth";
    private static final String GOOD = "{\"success\": true, \"data\": [], \"meta\": []}";
    private static final String REJECTED = "{\"success\": false, \"data\": null, \"meta\": []}";
    private static final String BOOKED = "{\"success\": true, \"data\": {\"document\": {\"id\": 5}}, \"meta\": []}";

    @BeforeEach
    void enableRetries() {
        altegio = altegio(Map.of("altegio.user-token", "given"));
    }

    static Stream<ResponseDefinitionBuilder> transientFailures() {
        return Stream.concat(Stream.of(408, 425, 429, 499, 500, 502, 503, 504, 599).map(status -> aResponse().withStatus(status)),
                Stream.concat(Stream.of(Fault.values()).map(fault -> aResponse().withFault(fault)),
                        Stream.of(okJson(GOOD).withFixedDelay(5_000), okJson(GOOD).withChunkedDribbleDelay(20, 20_000))));
    }

    static Stream<ResponseDefinitionBuilder> permanentFailures() {
        return Stream.of(aResponse().withStatus(400), aResponse().withStatus(402), aResponse().withStatus(403), aResponse().withStatus(404),
                aResponse().withStatus(405), aResponse().withStatus(409), aResponse().withStatus(418), aResponse().withStatus(422),
                aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                okJson(REJECTED),
                okJson("{"), aResponse().withHeader("Content-Type", "text/html").withBody("<html>Under maintenance</html>"));
    }

    /** Whatever the status, only a response with Altegio's envelope proves that Altegio has rejected the operation. */
    static Stream<ResponseDefinitionBuilder> ambiguousFailures() {
        return Stream.of(transientFailures(), permanentFailures().filter(response -> !REJECTED.equals(response.build().getBody())),
                Stream.of(401, 403, 429).map(status -> okJson("{\"message\": \"Forbidden\"}").withStatus(status)),
                Stream.of(okJson("{\"success\": false}"), okJson("{\"errors\": [{\"code\": 1015}], \"success\": false}").withStatus(429)))
                .flatMap(each -> each);
    }

    @ParameterizedTest
    @MethodSource("transientFailures")
    void retriesReadsAfterTransientFailures(ResponseDefinitionBuilder failure) {
        respondWith(STORAGES, failure, okJson(GOOD));

        assertEquals(List.of(), altegio.storages(17, inTime()));
        assertEquals(2, count(STORAGES));
    }

    @ParameterizedTest
    @MethodSource("permanentFailures")
    void doesNotRetryPermanentFailures(ResponseDefinitionBuilder failure) {
        respondWith(STORAGES, failure, okJson(GOOD));

        failure();
        assertEquals(1, count(STORAGES));
    }

    @Test
    void stopsAfterTheMaximumNumberOfAttempts() {
        respondWith(aResponse().withStatus(500));

        assertInstanceOf(UnavailableException.class, failure());
        assertEquals(3, count(STORAGES));
    }

    @ParameterizedTest
    @MethodSource("ambiguousFailures")
    void doesNotResendOperationsThatMayBeBooked(ResponseDefinitionBuilder failure) {
        respondWith(OPERATION, failure, okJson(BOOKED));

        assertFalse(assertThrows(AltegioException.class, () -> altegio.book(17, Map.of(), inTime())).definitelyNotProcessed());
        assertEquals(1, count(OPERATION));
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 429})
    void resendsOperationsThatWereDefinitelyNotBooked(int status) {
        respondWith(OPERATION, okJson(REJECTED).withStatus(status), okJson(BOOKED));

        assertTrue(altegio.book(17, Map.of(), inTime()).data().takeObject("document").isPresent());
        assertEquals(2, count(OPERATION));
    }

    @ParameterizedTest
    @CsvSource({"429,2", "500,1", "503,1", "408,1"})
    void retriesLoginOnlyIfDefinitelyNotProcessed(int status, int times) {
        altegio = altegio(Map.of());
        respondWith(GOOD);
        respondWith(AUTH, okJson(REJECTED).withStatus(status),
                okJson("{\"success\": true, \"data\": {\"user_token\": \"token\"}, \"meta\": []}"));

        if (times == 1) {
            failure();
        } else {
            altegio.storages(17, inTime());
        }
        assertEquals(times, count(AUTH));
    }

    @Test
    void retriesWritesThatWereDefinitelyNotProcessed() {
        int[] attempts = {0};
        RetryPolicy retry = new RetryPolicy(AltegioConfigs.quick(Map.of()));

        assertThrows(UnavailableException.class, () -> retry.write(() -> {
            attempts[0]++;
            throw new UnavailableException("Altegio could not be reached", true, null);
        }, inTime().deadline()));
        assertEquals(3, attempts[0]);
    }

    @ParameterizedTest
    @CsvSource({"2,,2", ",retry in 2 seconds,2", ",retry in 0 seconds,1", ",,1", "1,retry in 7 seconds,1"})
    void waitsForAltegiosRetryAfter(String header, String message, int seconds) {
        ResponseDefinitionBuilder limited = okJson("{\"success\": false, \"meta\": {\"message\": \"" + message + "\"}}").withStatus(429);
        respondWith(STORAGES, header == null ? limited : limited.withHeader("Retry-After", header), okJson(GOOD));

        altegio.storages(17, inTime());

        assertTrue(pauseBefore(STORAGES) >= seconds * 1_000L, () -> pauseBefore(STORAGES) + " ms");
    }

    @Test
    void allCallersWaitForAltegiosRetryAfter() {
        respondWith(STORAGES, aResponse().withStatus(429).withHeader("Retry-After", "60"), okJson(GOOD));
        failure();

        AltegioException other = assertThrows(RateLimitedException.class, () -> altegio.transactions(17, Map.of(), inTime()));

        assertTrue(other.definitelyNotProcessed());
        assertEquals(1, count(STORAGES) + count("/api/v1/storages/transactions/17"));
    }

    @Test
    void failsWithRetryAfterWhenItExceedsTheDeadline() {
        respondWith(STORAGES, aResponse().withStatus(429).withHeader("Retry-After", "17"), okJson(GOOD));

        assertEquals(Duration.ofSeconds(17), assertInstanceOf(RateLimitedException.class, failure()).retryAfter());
        assertEquals(1, count(STORAGES));
    }

    @Test
    void failsImmediatelyWhenBackoffExceedsTheDeadline() {
        altegio = altegio(Map.of("altegio.user-token", "given", "altegio.retry.base-delay", "PT1M", "altegio.retry.max-delay", "PT1M"));
        respondWith(aResponse().withStatus(500));
        long start = System.nanoTime();

        // The delay is random, up to a minute: it fits into the remaining time only once in thousands of runs.
        assertThrows(UnavailableException.class, () -> altegio.storages(17, CallContext.in(Duration.ofSeconds(1), clock)));
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(30).toNanos());
    }

    @Test
    void slowlyStreamedResponseTimesOut() {
        respondWith(okJson(GOOD).withChunkedDribbleDelay(30, 60_000));
        long start = System.nanoTime();

        assertThrows(TimedOutException.class, () -> altegio.storages(17, CallContext.in(Duration.ofMillis(4_500), clock)));
        assertTrue(System.nanoTime() - start < Duration.ofSeconds(30).toNanos());
        assertEquals(3, count(STORAGES));
    }

    /** Responds once with the first response, and then with the other. */
    private void respondWith(String url, ResponseDefinitionBuilder first, ResponseDefinitionBuilder then) {
        respondWith(GOOD);
        wireMock.stubFor(any(urlEqualTo(url)).inScenario(url).whenScenarioStateIs(Scenario.STARTED).willReturn(first)
                .willSetStateTo("then"));
        wireMock.stubFor(any(urlEqualTo(url)).inScenario(url).whenScenarioStateIs("then").willReturn(then));
    }

    private long count(String url) {
        return wireMock.getAllServeEvents().stream().filter(event -> event.getRequest().getUrl().equals(url)).count();
    }

    /** Returns the milliseconds between the first two requests. */
    private long pauseBefore(String url) {
        List<Long> times = wireMock.getAllServeEvents().stream().filter(event -> event.getRequest().getUrl().equals(url))
                .map(event -> event.getRequest().getLoggedDate()).map(Date::getTime).sorted().toList();
        return times.get(1) - times.get(0);
    }
}
