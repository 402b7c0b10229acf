package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.lessThan;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.stockroom.reference.ConformanceFilter;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Base of all tests over HTTP: resets the sandbox before each test, injects faults, builds a sale to book, and validates every request
 * and response against the API document.
 */
abstract class ApiContract {

    static final String STORAGES = "/storages/4564";
    static final String TRANSACTIONS = "/storages/transactions/4564";
    static final String OPERATIONS = "/storage_operations/operation/4564";

    /** URL of the API; injected by Quarkus, or set by {@link PackagedStack}. */
    @TestHTTPResource
    URI api;

    /** Root URL of the sandbox and its control API; injected by Quarkus, or set by {@link PackagedStack}. */
    @ConfigProperty(name = "sandbox.root")
    String sandbox;

    @BeforeEach
    void resetSandbox() {
        RestAssured.baseURI = api.resolve("/").toString();
        RestAssured.port = api.getPort();
        // Failed requests are logged as they were sent: REST Assured would format every body up front, which takes seconds for a large one.
        RestAssured.config = RestAssured.config.logConfig(RestAssured.config.getLogConfig().enablePrettyPrinting(false));
        RestAssured.replaceFiltersWith(new ConformanceFilter(api));
        given().post(sandbox + "/reset").then().statusCode(lessThan(300));
    }

    @AfterEach
    void removeConformanceFilter() {
        RestAssured.replaceFiltersWith(List.of());
    }

    /** Injects the fault into the next request to the route. */
    void fault(String kind, String route) {
        fault(Map.of("fault", kind, "route", route));
    }

    void fault(Map<String, ?> fault) {
        given().contentType(ContentType.JSON).body(fault).post(sandbox + "/faults").then()
                .statusCode(lessThan(300));
    }

    /** Returns the documents that the sandbox has booked since its last reset. */
    List<Map<String, Object>> booked() {
        return given().get(sandbox + "/log").then().statusCode(200).extract().jsonPath().getList("documents");
    }

    /** Returns a request for Altegio itself, with the tokens of the sandbox. */
    static RequestSpecification altegio() {
        return given().header("Accept", "application/vnd.api.v2+json").header("Authorization", "Bearer sandbox-partner, User sandbox-user");
    }

    static ValidatableResponse post(Object operation) {
        return given().contentType(ContentType.JSON).body(operation).post(OPERATIONS).then();
    }

    static Map<String, Object> sale() {
        return sale(List.of(line()));
    }

    static Map<String, Object> sale(List<Map<String, Object>> lines) {
        return new HashMap<>(Map.of("type_id", 1, "create_date", "2026-11-23T10:00:00+02:00", "storage_id", 101,
                "master_id", 201, "comment", "Заказ 1001", "goods_transactions", lines));
    }

    static Map<String, Object> line() {
        return new HashMap<>(Map.of("good_id", 3001, "amount", 2, "cost_per_unit", "14.90", "discount", 10,
                "operation_unit_type", 1));
    }
}
