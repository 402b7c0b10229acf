package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

abstract class StoragesContract extends ApiContract {

    @Test
    void returnsNormalizedStorages() {
        given().get(STORAGES).then().statusCode(200)
                .contentType("application/json").header("Cache-Control", "no-store")
                .body("success", is(true)).body("meta", anEmptyMap())
                .body("data.id", contains(101, 102, 103, 104))
                .body("data[1].title", equalTo("Консумативи"))
                .body("data.for_sale", contains(1, 0, 1, 0))
                .body("data.for_service", contains(0, 1, 0, 0))
                .body(not(containsString("for_services")));
    }

    @Test
    void returnsTheOnlyStorageOfANearlyEmptyLocation() {
        given().get("/storages/4565").then().statusCode(200).body("data", hasSize(1));
    }

    @Test
    void passesOnThatAltegioDeniedAccess() {
        given().get("/storages/4566").then().statusCode(403).contentType("application/problem+json")
                .body("type", equalTo("urn:stockroom:problem:access-denied")).body("status", is(403)).body("success", is(false))
                .body("data", equalTo(null));
    }

    @Test
    void returns404ForAnUnknownLocationEvenWithoutAMessageFromAltegio() {
        given().get("/storages/1").then().statusCode(404).contentType("application/problem+json")
                .body("meta.message", equalTo("Altegio has no such resource"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "0", "-5", "1.5", "99999999999999999999", "4564%2F..%2F1", "%D0%9A"})
    void reportsAnInvalidLocationId(String location) {
        given().urlEncodingEnabled(false).get("/storages/" + location).then().statusCode(400)
                .body("errors.parameter", contains("location_id"));
    }

    @Test
    void reportsAnUnknownParameter() {
        given().queryParam("page", 1).get(STORAGES).then().statusCode(400)
                .body("errors.detail", contains("is not a known parameter; this route takes no parameters"));
    }

    @Test
    void renewsAnExpiredTokenTransparently() {
        given().get(STORAGES).then().statusCode(200);
        fault("expired-token", "GET /storages");

        given().get(STORAGES).then().statusCode(200);
    }
}
