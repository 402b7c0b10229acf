package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.matchesPattern;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The circuit breaker during an outage of Altegio. It stays open for two seconds in these tests. */
abstract class OutageContract extends ApiContract {

    @Test
    void opensDuringAnOutageAndClosesAfterRecovery() throws InterruptedException {
        fault(Map.of("fault", "error-500", "route", "GET /storages", "times", 0));
        for (int i = 0; i < 20; i++) {
            given().get(STORAGES).then().statusCode(503).body("type", equalTo("urn:stockroom:problem:upstream-unavailable"))
                    .header("Retry-After", matchesPattern("[1-9]\\d*"));
        }
        given().get(sandbox + "/log").then().body("requests.routes.'GET /storages'", lessThan(20));
        given().get(STORAGES).then().statusCode(503).header("Retry-After", matchesPattern("[12]"));

        given().delete(sandbox + "/faults");
        Thread.sleep(2_100);
        for (int i = 0; i < 5; i++) {
            given().get(STORAGES).then().statusCode(200);
        }
    }
}
