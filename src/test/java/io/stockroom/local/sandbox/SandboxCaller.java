package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client of the sandbox that sends the required headers and JSON. */
final class SandboxCaller {

    private static final String PARTNER = "Bearer sandbox-partner";

    static final String AUTHORIZATION = PARTNER + ", User sandbox-user";

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final SandboxServer server;

    SandboxCaller(SandboxServer server) {
        this.server = server;
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    JsonNode data(String path) throws IOException, InterruptedException {
        return json(get(path)).get("data");
    }

    /** Sends the request of a user with that token. */
    HttpResponse<String> getAs(String token, String path) throws IOException, InterruptedException {
        return send(request(path).setHeader("Authorization", PARTNER + ", User " + token));
    }

    HttpResponse<String> logIn(String login, String password) throws IOException, InterruptedException {
        return send(request("/auth").setHeader("Authorization", PARTNER)
                .POST(BodyPublishers.ofString("{\"login\": \"" + login + "\", \"password\": \"" + password + "\"}")));
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> book(String body) throws IOException, InterruptedException {
        return post("/storage_operations/operation/4564", body);
    }

    /** Sends a request to the sandbox's control API. */
    HttpResponse<String> control(String method, String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(server.root() + path))
                .method(method, BodyPublishers.ofString(body)));
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(server.url() + path))
                .setHeader("Accept", "application/vnd.api.v2+json")
                .setHeader("Authorization", AUTHORIZATION)
                .setHeader("Content-Type", "application/json");
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return HTTP.send(request.timeout(Duration.ofSeconds(5)).build(), BodyHandlers.ofString());
    }

    static JsonNode json(HttpResponse<String> response) throws IOException {
        return Json.read(response.body());
    }

    static JsonNode meta(HttpResponse<String> response) throws IOException {
        return json(response).get("meta");
    }

    /** Returns a valid sale of one good by one master. */
    static String sale(String comment) {
        return operation(1, "\"comment\": \"" + comment + "\"", "");
    }

    /** Returns an operation with one line. Additional line fields start with a comma, additional document fields do not. */
    static String operation(int type, String documentFields, String lineFields) {
        return """
                {"type_id": %d, "create_date": "2026-11-23T10:15:00+02:00", "storage_id": 101, "master_id": 201, %s,
                 "goods_transactions": [{"good_id": 3001, "amount": 1.25, "cost_per_unit": 14.90, "discount": 0,
                   "cost": 18.63, "operation_unit_type": 1%s}]}
                """.formatted(type, documentFields, lineFields);
    }
}
