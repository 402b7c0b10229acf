package io.stockroom.exports;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.local.sandbox.SandboxTokens;
import java.util.List;
import java.util.Map;

/** Books in a sandbox as another program does, past Stockroom. */
final class SandboxOperations {

    private SandboxOperations() {
    }

    /** Books a sale of one line in location 4564. */
    static void book(SandboxServer server, String comment) {
        String token = request(server, "Bearer " + SandboxTokens.PARTNER)
                .body(Map.of("login", SandboxTokens.LOGIN, "password", SandboxTokens.PASSWORD)).post("/auth")
                .then().statusCode(201).extract().path("data.user_token");
        Map<String, Object> line = Map.of("good_id", 3001, "amount", 1, "cost_per_unit", 10, "discount", 0, "cost", 10,
                "operation_unit_type", 1, "comment", comment);
        request(server, "Bearer " + SandboxTokens.PARTNER + ", User " + token)
                .body(Map.of("type_id", 1, "create_date", "2026-11-23T10:00:00+00:00", "storage_id", 101, "master_id", 201,
                        "goods_transactions", List.of(line)))
                .post("/storage_operations/operation/4564").then().statusCode(200);
    }

    private static RequestSpecification request(SandboxServer server, String authorization) {
        return given().baseUri(server.url()).header("Accept", "application/vnd.api.v2+json").contentType("application/json")
                .header("Authorization", authorization);
    }
}
