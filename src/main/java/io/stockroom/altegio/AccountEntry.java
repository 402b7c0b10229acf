package io.stockroom.altegio;

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
 * The configuration of one account, as text.
 *
 * @param place  returns how a message names a field
 * @param fields the fields that have a value, by their names
 */
record AccountEntry(String name, UnaryOperator<String> place, Map<String, String> fields) {

    static final String LOCATIONS = "locations";
    static final String USER_TOKEN = "user_token";
    static final String LOGIN = "login";
    static final String PASSWORD = "password";
    static final List<String> FIELDS = List.of(LOCATIONS, USER_TOKEN, LOGIN, PASSWORD);

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,49}");
    private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

    boolean isOfOthers() {
        return name.equals(AccountCredentials.OTHERS);
    }

    /** Returns what is wrong with the entry; the messages contain no secrets. */
    List<String> errors() {
        List<String> errors = new ArrayList<>();
        if (!isOfOthers() && !NAME.matcher(name).matches()) {
            return List.of("the name of an account must have 1 to 50 letters, digits, - and _");
        }
        if (!isOfOthers() && (list().isEmpty() || !list().stream().allMatch(ID.asMatchPredicate()))) {
            errors.add(place.apply(LOCATIONS) + " must be positive whole numbers separated by commas");
        }
        if (fields.containsKey(LOGIN) != fields.containsKey(PASSWORD)) {
            errors.add(place.apply(LOGIN) + " and " + place.apply(PASSWORD) + " must be set together");
        } else if (!fields.containsKey(USER_TOKEN) && !fields.containsKey(LOGIN)) {
            errors.add("set " + place.apply(USER_TOKEN) + ", or both " + place.apply(LOGIN) + " and " + place.apply(PASSWORD));
        }
        if (fields.containsKey(USER_TOKEN) && !AccountEntries.isToken(fields.get(USER_TOKEN))) {
            errors.add(place.apply(USER_TOKEN) + " contains characters that are not allowed in an HTTP header");
        }
        return errors;
    }

    /** Returns the locations of an entry; those that can't be read are left out. */
    Set<Long> locations() {
        Set<Long> locations = new TreeSet<>();
        list().stream().filter(ID.asMatchPredicate()).map(Long::valueOf).forEach(locations::add);
        return locations;
    }

    AccountCredentials credentials(String partnerToken) {
        return new AccountCredentials(name, locations(), partnerToken, field(USER_TOKEN), field(LOGIN), field(PASSWORD));
    }

    private Optional<String> field(String field) {
        return Optional.ofNullable(fields.get(field));
    }

    private List<String> list() {
        String text = fields.getOrDefault(LOCATIONS, "");
        return text.isBlank() ? List.of() : Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    /** Returns the name alone, because the fields are secrets. */
    @Override
    public String toString() {
        return "AccountEntry[" + name + "]";
    }
}
