package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads the fields of a JSON object in a request. Collects validation errors by path, to report them together. */
final class RequestForm {

    private final JsonNode node;
    private final String path;
    private final Map<String, List<String>> errors;

    RequestForm(JsonNode node) {
        this(node, "", new LinkedHashMap<>());
    }

    private RequestForm(JsonNode node, String path, Map<String, List<String>> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    /** Returns the ID in the first of the fields that is present, because the service accepts aliases; 0 if there is none. */
    long id(String... names) {
        for (String name : names) {
            String text = text(name);
            if (!text.isEmpty()) {
                return parseWhole(name, text);
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
            check(Math.abs((long) number.scale()) <= 9 && number.precision() <= 18, name, "is out of range");
            check(rule.test(number), name, message);
            return number;
        } catch (NumberFormatException e) {
            addError(name, "must be a number");
            return BigDecimal.ZERO;
        }
    }

    /** Returns a required date, truncated to whole seconds. */
    Instant date(String name) {
        String text = text(name);
        return Dates.read(text).map(date -> date.truncatedTo(ChronoUnit.SECONDS)).orElseGet(() -> {
            addError(name, text.isEmpty() ? "is required" : "must be an ISO 8601 date");
            return Instant.EPOCH;
        });
    }

    /** Returns a text or number as text; empty if absent. */
    String text(String name) {
        JsonNode field = node.path(name);
        return field.isTextual() || field.isNumber() ? field.asText() : "";
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    boolean flag(String name) {
        return node.path(name).asBoolean();
    }

    /** Returns a required, non-empty array of objects. */
    List<RequestForm> forms(String name) {
        JsonNode array = node.path(name);
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
