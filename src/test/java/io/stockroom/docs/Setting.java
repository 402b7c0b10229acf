package io.stockroom.docs;

import java.util.Set;

/**
 * One setting, as the page shows it.
 *
 * @param variable the environment variable, with {@code <NAME>} where a name is chosen
 * @param functions the names of the functions that read it
 */
record Setting(String variable, String type, String defaultValue, String range, Set<String> functions, String meaning) {

    /** Returns whether a variable is this setting, also with a name that somebody chose. */
    boolean is(String name) {
        return name.equals(variable) || name.matches(variable.replace("<NAME>", "[A-Z0-9]+"));
    }
}
