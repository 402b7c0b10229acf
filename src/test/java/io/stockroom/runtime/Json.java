package io.stockroom.runtime;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;

/** JSON of the Runtime API and of events. Errors are unchecked exceptions, because they fail the test. */
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

    /** Returns an error object as Lambda and its runtimes write it. */
    static String error(String type, String message) {
        return object().put("errorType", type).put("errorMessage", message).toString();
    }

    /** Returns the type in an error object, or the fallback if the runtime sent none. */
    static String errorType(String json, String fallback) {
        try {
            return MAPPER.readTree(json).path("errorType").asText(fallback);
        } catch (JsonProcessingException e) {
            return fallback;
        }
    }
}
