package io.stockroom.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** The JSON of the Runtime API and of events; failures are a test's own and so unchecked. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An error object as Lambda and its runtimes write it. */
    static String error(String type, String message) {
        return object().put("errorType", type).put("errorMessage", message).toString();
    }

    /** The type in an error object, or the fallback where a runtime sent none. */
    static String errorType(String json, String fallback) {
        try {
            return MAPPER.readTree(json).path("errorType").asText(fallback);
        } catch (JsonProcessingException e) {
            return fallback;
        }
    }
}
