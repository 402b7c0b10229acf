package io.stockroom.local;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.api.SandboxResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class LocalGatewayTest {

    @TestHTTPResource
    URI api;

    /** The page of the reference is at the root, and only there. */
    @ParameterizedTest
    @CsvSource({"POST,/", "GET,/nothing", "DELETE,/storages/4564", "POST,/storages/4564", "GET,/storage_operations/operation/4564",
            "GET,/storages", "PUT,/storages/transactions/4564", "POST,/storages/4564/", "GET,/api/v1/nothing", "GET,/api/v1/",
            "OPTIONS,/storages/4564", "GET,/storages/4564/1", "POST,/goods/4564", "DELETE,/storage_operations/documents/4564/1"})
    void reportsTheRoutesIfNoneMatches(String method, String path) {
        given().request(method, api.resolve(path)).then().statusCode(404).contentType("application/problem+json")
                .body("success", equalTo(false)).body("meta.message", containsString("GET /storages/{location_id}"))
                .body("type", endsWith("route-not-found"));
    }

    @ParameterizedTest
    @CsvSource({"GET /storages/4564?a=%ZZ,400", "GET //storages/4564,404", "HEAD /storages/4564,404"})
    void doesNotInvokeAFunctionIfTheTargetMatchesNoRoute(String request, int status) throws IOException {
        try (Socket socket = new Socket(api.getHost(), api.getPort())) {
            socket.getOutputStream().write((request + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            InputStream response = socket.getInputStream();
            assertTrue(new String(response.readAllBytes(), StandardCharsets.UTF_8).startsWith("HTTP/1.1 " + status));
        }
    }

    @Test
    void servesTheReferenceAtTheRootWithItsOwnUrl() {
        given().get(api.resolve("/")).then().statusCode(200).contentType("text/html").body(containsString("reference.js"));
        given().get(api.resolve("/reference.js")).then().statusCode(200).contentType("text/javascript");
        given().get(api.resolve("/openapi.yaml")).then().statusCode(200).contentType("application/yaml")
                .body(containsString("url: http://" + api.getAuthority()), containsString("CURLOPT_PORT => \"" + api.getPort() + '"'),
                        not(containsString("localhost:8080")));
    }

    @Test
    void mountsTheSandboxNextToTheApi() {
        given().header("Accept", "application/vnd.api.v2+json").header("Authorization", "Bearer sandbox-partner, User sandbox-user")
                .get(api.resolve("/sandbox/api/v1/storages/4564")).then().statusCode(200).body("data", hasSize(4));
    }

    /** Java's client asks to upgrade to HTTP/2. */
    @Test
    void servesRequestsThatOfferToUpgrade() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(api.resolve("/sandbox/queue")).DELETE().build();

        assertEquals(200, HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode());
    }
}
