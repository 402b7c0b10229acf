package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the fields of a JSON object in a request, in snake or camel case. Fields that nobody reads are ignored. Collects validation
 * errors by path, to report them together.
 */
final class RequestForm {

    /** Far more than any client sends; a huge exponent would only cost memory. */
    private static final int MAX_DIGITS = 100;

    private final Map<String, JsonNode> fields = new HashMap<>();
    private final String path;
    private final Map<String, List<String>> errors;

    RequestForm(JsonNode node) {
        this(node, "", new LinkedHashMap<>());
    }

    private RequestForm(JsonNode node, String path, Map<String, List<String>> errors) {
        node.properties().forEach(field -> fields.merge(snakeCase(field.getKey()), field.getValue(), (one, other) -> one));
        this.path = path;
        this.errors = errors;
    }

    /** Returns the ID in the first of the fields that is present, because the service accepts aliases; 0 if there is none. */
    long id(String... names) {
        for (String name : names) {
            String text = text(name);
            long id = text.isEmpty() ? 0 : parseWhole(name, text);
            if (id != 0) {
                return id;
            }
        }
        return 0;
    }

    /** Returns an optional ID, which must be a known one if present; 0 if absent. */
    long id(Set<Long> known, String... names) {
        long id = id(names);
        check(id == 0 || known.contains(id), names[0], "is not known");
        return id;
    }

    /** Returns a required ID, which must be a known one. */
    long requiredId(Set<Long> known, String... names) {
        long id = id(names);
        check(known.contains(id), names[0], id == 0 ? "is required" : "is not known");
        return id;
    }

    /** Returns a required number that must satisfy the rule; zero if it is missing or not a number. */
    BigDecimal decimal(String name, Predicate<BigDecimal> rule, String message) {
        String text = text(name);
        if (text.isEmpty()) {
            addError(name, "is required");
            return BigDecimal.ZERO;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            check(Math.abs((long) number.scale()) <= MAX_DIGITS && number.precision() <= MAX_DIGITS, name, "is out of range");
            check(rule.test(number), name, message);
            return number;
        } catch (NumberFormatException e) {
            addError(name, "must be a number");
            return BigDecimal.ZERO;
        }
    }

    /** Returns the required date in the first of the fields that is present, truncated to whole seconds. */
    Instant date(String name, String alias) {
        String text = text(has(name) ? name : alias);
        return Dates.read(text).map(date -> date.truncatedTo(ChronoUnit.SECONDS)).orElseGet(() -> {
            addError(name, text.isEmpty() ? "is required" : "must be an ISO 8601 date");
            return Instant.EPOCH;
        });
    }

    /** Returns a text or number as text; empty if absent. */
    String text(String name) {
        JsonNode field = field(name);
        return field.isTextual() || field.isNumber() ? field.asText() : "";
    }

    boolean has(String name) {
        return !field(name).isNull() && !field(name).isMissingNode();
    }

    boolean flag(String name) {
        return field(name).asBoolean();
    }

    /** Returns the required, non-empty array of objects in the first of the fields that is present. */
    List<RequestForm> forms(String name, String alias) {
        JsonNode array = field(has(name) ? name : alias);
        check(array.isArray() && !array.isEmpty(), name, "must not be empty");
        List<RequestForm> forms = new ArrayList<>();
        for (JsonNode element : array) {
            forms.add(new RequestForm(element, path + name + "." + forms.size() + ".", errors));
        }
        return forms;
    }

    void check(boolean valid, String name, String message) {
        if (!valid) {
            addError(name, message);
        }
    }

    void throwIfInvalid() {
        if (!errors.isEmpty()) {
            throw new ApiErrorException(400, "The given data was invalid.", errors);
        }
    }

    private JsonNode field(String name) {
        return fields.getOrDefault(name, MissingNode.getInstance());
    }

    private static String snakeCase(String name) {
        return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }

    private long parseWhole(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            addError(name, "must be a whole number");
            return 0;
        }
    }

    private void addError(String name, String text) {
        errors.computeIfAbsent(path + name, absent -> new ArrayList<>()).add("The " + name + " " + text + ".");
    }
}
