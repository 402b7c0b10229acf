package io.stockroom.access;

import io.stockroom.invocation.Caller;
import io.stockroom.invocation.Right;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The configuration of one caller, as text.
 *
 * @param place  returns how a message names a field
 * @param fields the fields that have a value, by their names in lower case
 */
record CallerEntry(String name, UnaryOperator<String> place, Map<String, String> fields) {

    static final List<String> FIELDS = List.of("key", "login", "password", "locations", "may");

    /** The length of Altegio's partner tokens, which the key replaces: with random letters and digits, more than 100 bits. */
    static final int MIN_KEY_LENGTH = 20;
    static final int MAX_KEY_LENGTH = 200;
    /** A random key has more; one that is typed by hand may not. */
    private static final int MIN_KEY_CHARACTERS = 10;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,49}");
    private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

    /** Returns what is wrong with the entry; the messages contain no values. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            return List.of("the name of a caller must have 1 to 50 letters, digits, - and _");
        }
        if (!fields.containsKey("key")) {
            errors.add(place.apply("key") + " is required");
        } else if (!isKey(fields.get("key"))) {
            errors.add(place.apply("key") + " must have " + MIN_KEY_LENGTH + " to " + MAX_KEY_LENGTH + " characters, at least "
                    + MIN_KEY_CHARACTERS + " different ones, without spaces and commas");
        }
        if (fields.containsKey("login") != fields.containsKey("password")) {
            errors.add(place.apply("login") + " and " + place.apply("password") + " must be set together");
        }
        if (list("locations").isEmpty() || !list("locations").stream().allMatch(ID.asMatchPredicate())) {
            errors.add(place.apply("locations") + " must be positive whole numbers separated by commas");
        }
        if (list("may").isEmpty() || list("may").stream().anyMatch(right -> Right.of(right).isEmpty())) {
            errors.add(place.apply("may") + " must be read, book, or both separated by a comma");
        }
        return errors;
    }

    /** Returns the caller of an entry without errors. */
    CallerKey caller() {
        Set<Long> locations = new TreeSet<>(list("locations").stream().map(Long::valueOf).toList());
        Set<Right> rights = new TreeSet<>(list("may").stream().map(Right::of).flatMap(Optional::stream).toList());
        return CallerKey.of(new Caller(name, locations, rights), fields.get("key"), fields.get("login"), fields.get("password"));
    }

    /** Returns whether the text can be sent in a header, and is long enough not to be found by trying. */
    private static boolean isKey(String text) {
        return text.length() >= MIN_KEY_LENGTH && text.length() <= MAX_KEY_LENGTH && text.chars().distinct().count() >= MIN_KEY_CHARACTERS
                && text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != ',');
    }

    private List<String> list(String field) {
        String text = fields.getOrDefault(field, "");
        return text.isBlank() ? List.of() : Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    /** Returns the name alone, because the fields are secrets. */
    @Override
    public String toString() {
        return "CallerEntry[" + name + "]";
    }
}
