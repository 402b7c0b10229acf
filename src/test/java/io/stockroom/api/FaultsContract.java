package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How failures of Altegio are reported to callers. */
abstract class FaultsContract extends ApiContract {

    @ParameterizedTest
    @CsvSource({
            "error-500,503,upstream-unavailable", "error-503,503,upstream-unavailable",
            "html,502,invalid-upstream-response", "garbage,502,invalid-upstream-response",
            "hang,504,upstream-timeout", "forbid,403,access-denied", "not-found,404,not-found", "too-many-requests,429,rate-limited",
            "too-many-requests-without-header,429,rate-limited", "success-false,422,rejected"})
    void mapsEachFaultToItsProblem(String fault, int status, String type) {
        fault(Map.of("fault", fault, "route", "GET /storages", "delay", "PT4S", "times", 0));

        given().get(STORAGES).then().statusCode(status).contentType("application/problem+json")
                .body("type", equalTo("urn:stockroom:problem:" + type)).body("status", is(status))
                .body("success", is(false)).body("data", equalTo(null)).body("meta.message", not(equalTo("")))
                .body(not(containsString("sandbox-"))).body(not(containsString("Exception")));
        given().delete(sandbox + "/faults");
        given().get(STORAGES).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({"drop-before-commit", "truncated"})
    void brokenConnectionIsReportedAsUnavailable(String fault) {
        fault(Map.of("fault", fault, "route", "GET /storages", "times", 0));

        given().get(STORAGES).then().statusCode(503).header("Retry-After", matchesPattern("[1-9]\\d*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"error-500", "error-503", "hang", "too-many-requests", "too-many-requests-without-header", "drop-before-commit",
            "drop-after-commit", "truncated"})
    void hidesTransientFaultsFromCallers(String fault) {
        fault(Map.of("fault", fault, "route", "GET /storages", "delay", "PT4S"));

        given().get(STORAGES).then().statusCode(200);
    }

    @Test
    void sendsRetryAfterForOutagesAndRateLimits() {
        fault(Map.of("fault", "error-503", "route", "GET /storages", "times", 0));
        given().get(STORAGES).then().statusCode(503).header("Retry-After", matchesPattern("[1-9]\\d*"));
        given().delete(sandbox + "/faults");
        fault(Map.of("fault", "too-many-requests-without-header", "route", "GET /storages", "times", 0));
        given().get(STORAGES).then().statusCode(429).header("Retry-After", "1");
    }

    @Test
    void acceptsASlowResponse() {
        fault(Map.of("fault", "slow-drip", "route", "GET /storages", "delay", "PT1S"));

        given().get(STORAGES).then().statusCode(200);
    }
}
