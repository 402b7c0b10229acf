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

/** A JSON object of a request, read member by member. Faults are noted by path, to be answered all at once. */
final class Form {

    private final JsonNode node;
    private final String path;
    private final Map<String, List<String>> errors;

    Form(JsonNode node) {
        this(node, "", new LinkedHashMap<>());
    }

    private Form(JsonNode node, String path, Map<String, List<String>> errors) {
        this.node = node;
        this.path = path;
        this.errors = errors;
    }

    /** The id under the first of its names that is there: the service takes aliases. 0 where there is none. */
    long id(String... names) {
        for (String name : names) {
            String text = text(name);
            if (!text.isEmpty()) {
                return whole(name, text);
            }
        }
        return 0;
    }

    /** An optional id, which has to be one of those known. */
    long id(Set<Long> known, String... names) {
        long id = id(names);
        check(id == 0 || known.contains(id), names[0], "is not known");
        return id;
    }

    /** A required id, which has to be one of those known. */
    long requiredId(Set<Long> known, String... names) {
        long id = id(names);
        check(known.contains(id), names[0], id == 0 ? "is required" : "is not known");
        return id;
    }

    /** A required number that follows the rule; zero where it does not. */
    BigDecimal decimal(String name, Predicate<BigDecimal> rule, String otherwise) {
        String text = text(name);
        if (text.isEmpty()) {
            fault(name, "is required");
            return BigDecimal.ZERO;
        }
        try {
            BigDecimal number = new BigDecimal(text);
            check(Math.abs((long) number.scale()) <= 9 && number.precision() <= 18, name, "is out of range");
            check(rule.test(number), name, otherwise);
            return number;
        } catch (NumberFormatException unreadable) {
            fault(name, "must be a number");
            return BigDecimal.ZERO;
        }
    }

    /** A required date, cut to whole seconds. */
    Instant date(String name) {
        String text = text(name);
        return Dates.read(text).map(date -> date.truncatedTo(ChronoUnit.SECONDS)).orElseGet(() -> {
            fault(name, text.isEmpty() ? "is required" : "must be an ISO 8601 date");
            return Instant.EPOCH;
        });
    }

    /** A text or a number as text; empty where there is none. */
    String text(String name) {
        JsonNode member = node.path(name);
        return member.isTextual() || member.isNumber() ? member.asText() : "";
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    boolean flag(String name) {
        return node.path(name).asBoolean();
    }

    /** A required array of at least one object. */
    List<Form> forms(String name) {
        JsonNode array = node.path(name);
        check(array.isArray() && !array.isEmpty(), name, "must not be empty");
        List<Form> forms = new ArrayList<>();
        for (JsonNode element : array) {
            forms.add(new Form(element, path + name + "." + forms.size() + ".", errors));
        }
        return forms;
    }

    void check(boolean kept, String name, String otherwise) {
        if (!kept) {
            fault(name, otherwise);
        }
    }

    void refuseFaults() {
        if (!errors.isEmpty()) {
            throw new Refusal(400, "The given data was invalid.", errors);
        }
    }

    private long whole(String name, String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException unreadable) {
            fault(name, "must be a whole number");
            return 0;
        }
    }

    private void fault(String name, String text) {
        errors.computeIfAbsent(path + name, absent -> new ArrayList<>()).add("The " + name + " " + text + ".");
    }
}
