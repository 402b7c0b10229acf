package io.stockroom.local.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** An answer before it is sent, in one of the service's several shapes. */
record Answer(int status, String contentType, String text, Map<String, String> headers) {

    private static final String JSON = "application/json; charset=utf-8";

    static Answer json(int status, JsonNode body) {
        return new Answer(status, JSON, Json.write(body), Map.of());
    }

    static Answer success(JsonNode data) {
        return success(200, data, Json.array());
    }

    static Answer success(int status, JsonNode data, JsonNode meta) {
        ObjectNode body = Json.object().put("success", true);
        body.set("data", data);
        body.set("meta", meta);
        return json(status, body);
    }

    static Answer failure(int status, String message) {
        return failure(status, message, Map.of());
    }

    static Answer failure(int status, String message, Map<String, List<String>> errors) {
        ObjectNode meta = Json.object().put("message", message);
        if (!errors.isEmpty()) {
            ObjectNode fields = meta.putObject("errors");
            errors.forEach((field, texts) -> texts.forEach(fields.withArray(field)::add));
        }
        return failure(status, meta);
    }

    /** A 404 has no message, and its meta is an array. */
    static Answer notFound() {
        return failure(404, Json.array());
    }

    /** The second error shape, without {@code success}. */
    static Answer unauthorized(String message) {
        ObjectNode body = Json.object();
        body.putObject("errors").put("message", message);
        body.putObject("meta").put("message", message);
        return json(401, body);
    }

    static Answer tooMany(long seconds) {
        return failure(429, "Too many requests, retry in " + seconds + " seconds");
    }

    static Answer html(int status, String title) {
        String page = "<!DOCTYPE html>\n<html><head><title>%1$s</title></head><body><h1>%1$s</h1></body></html>\n";
        return new Answer(status, "text/html; charset=utf-8", page.formatted(title), Map.of());
    }

    static Answer garbage() {
        return new Answer(200, JSON, "{\"success\": true, \"data\": [<", Map.of());
    }

    Answer retryAfter(long seconds) {
        return new Answer(status, contentType, text, Map.of("Retry-After", Long.toString(seconds)));
    }

    /** What a client gets that does not ask for version 2: the data without an envelope. */
    Answer withoutEnvelope() {
        try {
            JsonNode body = Json.read(text);
            return body.path("success").asBoolean() ? json(status, body.get("data")) : this;
        } catch (JsonProcessingException notJson) {
            return this;
        }
    }

    private static Answer failure(int status, JsonNode meta) {
        ObjectNode body = Json.object().put("success", false).putNull("data");
        body.set("meta", meta);
        return json(status, body);
    }
}
