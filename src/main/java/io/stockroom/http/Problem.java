package io.stockroom.http;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.input.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A problem of RFC 9457. Altegio's own members of a failure stand beside the standard's, so that a client written for
 * Altegio understands it too.
 *
 * @param retryAfter for the header of that name; null when repeating won't help
 */
@RegisterForReflection
@JsonPropertyOrder({"type", "title", "status", "detail", "errors", "success", "data", "meta"})
public record Problem(String type, String title, int status, String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Fault> errors, @JsonIgnore Duration retryAfter) {

    private static final String TYPES = "urn:stockroom:problem:";

    /** @param type the last part of the name */
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(TYPES + type, title, status, detail, List.of(), null);
    }

    /** The last part of the type. */
    public String name() {
        return type.substring(TYPES.length());
    }

    Problem with(List<Fault> errors) {
        return new Problem(type, title, status, detail, errors, retryAfter);
    }

    public Problem retryAfter(Duration wait) {
        return new Problem(type, title, status, detail, errors, wait);
    }

    public boolean isSuccess() {
        return false;
    }

    @JsonInclude
    public Object getData() {
        return null;
    }

    public Map<String, String> getMeta() {
        return Map.of("message", detail);
    }
}
