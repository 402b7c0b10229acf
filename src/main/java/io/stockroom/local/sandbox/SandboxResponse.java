package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** A response to send, in one of the service's several formats. */
record SandboxResponse(int status, String contentType, String text, Map<String, String> headers) {

    private static final String JSON = "application/json; charset=utf-8";

    static SandboxResponse json(int status, JsonNode body) {
        return new SandboxResponse(status, JSON, Json.write(body), Map.of());
    }

    static SandboxResponse success(JsonNode data) {
        return success(200, data, Json.array());
    }

    static SandboxResponse success(int status, JsonNode data, JsonNode meta) {
        ObjectNode body = Json.object().put("success", true);
        body.set("data", data);
        body.set("meta", meta);
        return json(status, body);
    }

    static SandboxResponse failure(int status, String message) {
        return failure(status, message, Map.of());
    }

    static SandboxResponse failure(int status, String message, Map<String, List<String>> errors) {
        ObjectNode meta = Json.object().put("message", message);
        if (!errors.isEmpty()) {
            ObjectNode fields = meta.putObject("errors");
            errors.forEach((field, texts) -> texts.forEach(fields.withArray(field)::add));
        }
        return failure(status, meta);
    }

    /** Returns the rejection that a fault specifies, in the format that the service uses for its status. */
    static SandboxResponse rejection(SandboxFault fault) {
        return switch (fault.status()) {
            case 401 -> unauthorized("Authentication needed.");
            case 404 -> notFound();
            case 429 -> tooManyRequests(1);
            default -> failure(fault.status(), fault.message());
        };
    }

    /** Returns a 404, which has no message and an array as {@code meta}. */
    static SandboxResponse notFound() {
        return failure(404, Json.array());
    }

    /** Returns a 401 in the second error format, without {@code success}. */
    static SandboxResponse unauthorized(String message) {
        ObjectNode body = Json.object();
        body.putObject("errors").put("message", message);
        body.putObject("meta").put("message", message);
        return json(401, body);
    }

    static SandboxResponse tooManyRequests(long seconds) {
        return failure(429, "Too many requests, retry in " + seconds + " seconds");
    }

    static SandboxResponse html(int status, String title) {
        String page = "<!DOCTYPE html>\n<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>\n";
        return new SandboxResponse(status, "text/html; charset=utf-8", page.formatted(title), Map.of());
    }

    /** Returns an error in the format of an API gateway, which has no envelope. */
    static SandboxResponse ofGateway(int status) {
        return json(status, Json.object().put("message", "Rejected by a gateway"));
    }

    static SandboxResponse garbage() {
        return new SandboxResponse(200, JSON, "{\"success\": true, \"data\": [<", Map.of());
    }

    SandboxResponse retryAfter(long seconds) {
        return new SandboxResponse(status, contentType, text, Map.of("Retry-After", Long.toString(seconds)));
    }

    /** Returns the same response with another body. */
    SandboxResponse withText(String changed) {
        return new SandboxResponse(status, contentType, changed, headers);
    }

    /** Returns the data without the envelope, for clients that do not request version 2. */
    SandboxResponse withoutEnvelope() {
        try {
            JsonNode body = Json.read(text);
            return body.path("success").asBoolean() ? json(status, body.get("data")) : this;
        } catch (JsonProcessingException e) {
            return this;
        }
    }

    private static SandboxResponse failure(int status, JsonNode meta) {
        ObjectNode body = Json.object().put("success", false).putNull("data");
        body.set("meta", meta);
        return json(status, body);
    }
}
