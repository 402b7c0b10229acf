package io.stockroom.input;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One thing that is wrong with a request: the query or path parameter, or the JSON pointer (RFC 6901) of the body's
 * member, and what is wrong with it. Exactly one of {@code parameter} and {@code pointer} is set.
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Fault(String parameter, String pointer, String detail) {

    public static Fault inParameter(String name, String detail) {
        return new Fault(name, null, detail);
    }

    public static Fault inBody(String pointer, String detail) {
        return new Fault(null, pointer, detail);
    }

    /** Where the fault is, in words. */
    public String place() {
        if (parameter != null) {
            return parameter;
        }
        return pointer.isEmpty() ? "the body" : pointer;
    }
}
