package io.stockroom.setup;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something that keeps the deployment from working.
 *
 * @param code     one of the codes in docs/accounts.md
 * @param account  the name of the account; null if it concerns none, or the account of all other locations
 * @param location null if it concerns none, or more than one
 * @param detail   what is wrong and what to do, in one line, without credentials and without anything that Altegio said
 */
@RegisterForReflection
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Finding(String code, String account, Long location, String detail) {

    /** The code of a part that could not be checked, because Altegio was unavailable or there was no time left. */
    static final String NOT_CHECKED = "not-checked";

    static Finding of(String code, String detail) {
        return new Finding(code, null, null, detail);
    }
}
