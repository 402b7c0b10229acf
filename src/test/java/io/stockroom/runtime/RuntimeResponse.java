package io.stockroom.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * Result of an invocation: the function's response, or the error object that Lambda reports instead.
 *
 * @param payload  the function's JSON, or the error object
 * @param error    the error type, such as {@code Sandbox.Timedout}; null if the function returned a response
 * @param duration from the submission to the last byte of the response
 */
public record RuntimeResponse(String payload, String error, Duration duration) {

    public boolean succeeded() {
        return error == null;
    }

    public JsonNode json() {
        return Json.parse(payload);
    }
}
