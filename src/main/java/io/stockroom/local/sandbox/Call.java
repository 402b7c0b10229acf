package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** One request that got past the door, and what the service answers to it. */
record Call(SandboxRoute route, Map<String, String> path, Map<String, String> query, String body) {

    private static final String SECOND_FACTOR = "6f1c2f4e-8a5b-4c0e-9d27-3b1f5a7c9e10";

    /** Carries the request out. The locations are those of the request's arrival, whatever is reset meanwhile. */
    Answer answer(Locations locations, SandboxTokens tokens) {
        try {
            return switch (route) {
                case LOG_IN -> logIn(tokens);
                case STORAGES -> Answer.success(new Lists(location(locations)).storages());
                case SEARCH -> search(location(locations));
                case BOOK -> book(location(locations));
                case DOCUMENT -> document(location(locations));
                case DOCUMENT_LINES -> lines(locations);
                case GOODS -> Answer.success(new Lists(location(locations)).goods());
                case ACCOUNTS -> Answer.success(new Lists(location(locations)).accounts());
                case PAYMENTS -> payments(location(locations));
            };
        } catch (Refusal refusal) {
            return refusal.answer();
        }
    }

    static Answer secondFactor() {
        ObjectNode meta = Json.object().put("message", "A code was sent to the user's phone");
        return Answer.success(200, Json.object().put("uuid", SECOND_FACTOR), meta);
    }

    private Answer logIn(SandboxTokens tokens) {
        JsonNode credentials = json();
        return tokens.logIn(credentials.path("login").asText(), credentials.path("password").asText())
                .map(token -> Answer.success(201, Json.object()
                        .put("id", 7001)
                        .put("user_token", token)
                        .put("name", "Sandbox Owner")
                        .put("phone", "+359880007001")
                        .put("login", SandboxTokens.LOGIN)
                        .put("email", SandboxTokens.LOGIN)
                        .put("avatar", "")
                        .put("is_approved", true)
                        .put("is_email_confirmed", true), Json.array()))
                .orElseGet(() -> Answer.unauthorized("Wrong login or password"));
    }

    private Answer search(Location location) {
        Rows rows = new Rows(location);
        return Answer.success(
                Json.array(location.search(Search.from(query)).stream(), rows::found));
    }

    private Answer book(Location location) {
        Rows rows = new Rows(location);
        Document document = location.book(Intake.read(json(), location.catalog()));
        ObjectNode data = Json.object();
        data.set("document", rows.document(document));
        data.set("transactions", Json.array(document.lines().stream(), rows::line));
        return Answer.success(data);
    }

    private Answer document(Location location) {
        return location.document(number("document"))
                .map(document -> Answer.success(new Rows(location).document(document)))
                .orElseThrow(Refusal::notFound);
    }

    private Answer lines(Locations locations) {
        Document document = locations.document(number("document"));
        Rows rows = new Rows(locations.find(document.locationId()));
        return Answer.success(200, Json.array(document.lines().stream(), rows::line),
                Json.object().put("count", document.lines().size()));
    }

    private Answer payments(Location location) {
        Long documentId = Search.from(query).documentId();
        return Answer.success(new Lists(location).payments(documentId));
    }

    private Location location(Locations locations) {
        return locations.find(number("location"));
    }

    private long number(String parameter) {
        try {
            return Long.parseLong(path.get(parameter));
        } catch (NumberFormatException noNumber) {
            throw Refusal.notFound();
        }
    }

    private JsonNode json() {
        try {
            return Json.read(body);
        } catch (JsonProcessingException unreadable) {
            throw Refusal.business("The body is not valid JSON");
        }
    }
}
