package io.stockroom.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One validation error of a request: the parameter, or the JSON pointer (RFC 6901) of the field in the body, and what is wrong with
 * it. Exactly one of {@code parameter} and {@code pointer} is set.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Violation(String parameter, String pointer, String detail) {

    public static Violation inParameter(String name, String detail) {
        return new Violation(name, null, detail);
    }

    public static Violation inBody(String pointer, String detail) {
        return new Violation(null, pointer, detail);
    }

    /** Returns the place of the violation, for a message. */
    public String place() {
        if (parameter != null) {
            return parameter;
        }
        return pointer.isEmpty() ? "the body" : pointer;
    }
}
