package io.stockroom.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A problem (RFC 9457). It also contains the fields of Altegio's own errors, so that a client written for Altegio understands it.
 *
 * @param extensions further fields by name
 * @param metaErrors the errors of Altegio's {@code meta}, as Altegio sends them; null if there are none
 * @param retryAfter for the Retry-After header; null if a retry will not help
 */
@RegisterForReflection
@JsonPropertyOrder({"type", "title", "status", "detail", "errors", "success", "data", "meta"})
public record Problem(String type, String title, int status, String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> errors, @JsonAnyGetter Map<String, Object> extensions,
        @JsonIgnore Object metaErrors, @JsonIgnore Duration retryAfter) {

    /** When to retry after an outage of unknown duration. */
    public static final Duration RETRY_SOON = Duration.ofSeconds(5);

    /** HTTP counts in whole seconds, and 0 would ask for an immediate retry. */
    public static final Duration MIN_RETRY_AFTER = Duration.ofSeconds(1);

    private static final String TYPE_PREFIX = "urn:stockroom:problem:";

    /** @param type the last part of the type's URN */
    public static Problem of(int status, String type, String title, String detail) {
        return new Problem(TYPE_PREFIX + type, title, status, detail, List.of(), Map.of(), null, null);
    }

    /** Returns the problem of an exception: its own, or an internal error for an unexpected exception. */
    public static Problem of(RuntimeException failure) {
        return failure instanceof ProblemException known ? known.problem()
                : of(500, "internal-error", "Internal server error", "An unexpected error occurred; see the log");
    }

    /** Returns the last part of the type. */
    public String name() {
        return type.substring(TYPE_PREFIX.length());
    }

    public Problem with(List<Violation> errors) {
        return new Problem(type, title, status, detail, errors, extensions, metaErrors, retryAfter);
    }

    /** Returns the same problem with one more field. */
    public Problem with(String extension, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(extensions);
        all.put(extension, value);
        return new Problem(type, title, status, detail, errors, all, metaErrors, retryAfter);
    }

    /** Returns the same problem with Altegio's own errors in its {@code meta}. */
    public Problem withMetaErrors(Object altegioErrors) {
        return new Problem(type, title, status, detail, errors, extensions, altegioErrors, retryAfter);
    }

    /** Returns the same problem with the delay after which a retry may succeed; at least a second. */
    public Problem retryAfter(Duration delay) {
        return new Problem(type, title, status, detail, errors, extensions, metaErrors,
                delay.compareTo(MIN_RETRY_AFTER) < 0 ? MIN_RETRY_AFTER : delay);
    }

    public boolean isSuccess() {
        return false;
    }

    @JsonInclude
    public Object getData() {
        return null;
    }

    public Map<String, Object> getMeta() {
        Map<String, Object> meta = new LinkedHashMap<>();
        meta.put("message", detail);
        if (metaErrors != null) {
            meta.put("errors", metaErrors);
        }
        return meta;
    }
}
