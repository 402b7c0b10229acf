package io.stockroom.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/**
 * What one invocation came to: the function's answer, or the error object that Lambda reports in its place.
 *
 * @param payload the function's JSON, or the error object
 * @param error the error type, such as {@code Sandbox.Timedout}; null when the function answered
 * @param duration from the submission to the last byte of the answer
 */
public record Answer(String payload, String error, Duration duration) {

    public boolean succeeded() {
        return error == null;
    }

    public JsonNode json() {
        return Json.parse(payload);
    }
}
