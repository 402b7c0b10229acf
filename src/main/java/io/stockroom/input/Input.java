package io.stockroom.input;

import io.stockroom.problems.Violation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The fields of one part of a request: of its path, its query, its JSON body or an object inside the body. Reading a field makes its
 * name known; the remaining names are reported as probable typos. The parts of a request share their violations, so that all of them
 * are reported together.
 */
public final class Input {

    private final Map<String, Object> fields;
    private final String pointer;
    private final Input request;
    private final List<Violation> violations;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Input> parts = new ArrayList<>();
    private Map<String, List<String>> occurrences = Map.of();

    /** Enough to see what is wrong; a body of one megabyte could have a hundred thousand. */
    private static final int MAX_VIOLATIONS = 100;
    private static final int MAX_NAME_LENGTH = 50;

    private Input(Map<?, ?> fields, String pointer, Input request) {
        this.fields = new LinkedHashMap<>();
        fields.forEach((name, value) -> this.fields.put(name.toString(), value));
        this.pointer = pointer;
        this.request = request == null ? this : request;
        this.violations = request == null ? new ArrayList<>() : request.violations;
    }

    /** Returns the first part of a request: the parameters in its path. */
    public static Input ofParameters(Map<String, String> parameters) {
        return new Input(parameters, null, null);
    }

    /** Returns the query as a part of the same request. */
    public Input query(Map<String, String> parameters) {
        return part(parameters, null);
    }

    /**
     * Returns the query as a part of the same request.
     *
     * @param parameters  the values by name; those of a repeated parameter are joined with commas
     * @param occurrences the values by name, one for each occurrence
     */
    public Input query(Map<String, String> parameters, Map<String, List<String>> occurrences) {
        Input query = query(parameters);
        query.occurrences = occurrences;
        return query;
    }

    /** Returns the JSON body as a part of the same request. */
    public Input body(Map<?, ?> object) {
        return part(object, "");
    }

    Input inside(String name, int element, Map<?, ?> object) {
        return part(object, elementPointer(name, element));
    }

    private Input part(Map<?, ?> object, String pointer) {
        Input part = new Input(object, pointer, request);
        request.parts.add(part);
        return part;
    }

    /**
     * Returns the field with this name or one of its aliases in Altegio's API. Aliases with different values are an error; 0 and empty
     * text beside another value say nothing.
     */
    public Field field(String name, String... aliases) {
        List<String> names = new ArrayList<>(List.of(name));
        names.addAll(List.of(aliases));
        known.addAll(names);
        List<String> given = names.stream().filter(each -> fields.get(each) != null).toList();
        if (given.isEmpty()) {
            return new Field(this, name, null, List.of());
        }
        given = given.stream().anyMatch(this::hasValue) ? given.stream().filter(this::hasValue).toList() : given.subList(0, 1);
        Field field = new Field(this, given.get(0), fields.get(given.get(0)), occurrences.getOrDefault(given.get(0), List.of()));
        if (given.stream().map(fields::get).map(Objects::toString).distinct().count() > 1) {
            field.violation("conflicts with " + quoted(given.subList(1, given.size()), " and "));
        }
        return field;
    }

    private boolean hasValue(String name) {
        return !Field.isBlankOrZero(fields.get(name));
    }

    /**
     * Ends the reading of the request. Names that were not read are violations too, each with the nearest known name.
     *
     * @throws InvalidInputException with the violations of all parts, if there are any
     */
    public void throwIfInvalid() {
        request.reportUnknown();
        request.parts.forEach(Input::reportUnknown);
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    /** Looks for suggestions only for the names that are reported: a body of one megabyte could have a hundred thousand others. */
    private void reportUnknown() {
        String kind = pointer == null ? "parameter" : "field";
        for (String name : firstUnknown(MAX_VIOLATIONS - violations.size())) {
            violation(name, "is not a known " + kind + "; " + suggestion(name));
        }
    }

    /** Returns the first unknown names in alphabetical order. */
    private Set<String> firstUnknown(int max) {
        TreeSet<String> first = new TreeSet<>();
        if (max > 0) {
            for (String name : fields.keySet()) {
                if (!known.contains(name) && first.add(name) && first.size() > max) {
                    first.pollLast();
                }
            }
        }
        return first;
    }

    private String suggestion(String name) {
        Optional<String> nearest = NameSuggestions.nearest(name, known);
        if (nearest.isPresent()) {
            return "did you mean `" + nearest.get() + "`?";
        }
        if (known.isEmpty()) {
            return pointer == null ? "this route takes no parameters" : "this object takes no fields";
        }
        return "expected one of " + quoted(known, ", ");
    }

    private static String quoted(Collection<String> names, String separator) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(separator));
    }

    void violation(String name, String detail) {
        String shown = shown(name);
        add(pointer == null ? Violation.inParameter(shown, detail) : Violation.inBody(pointer + "/" + escaped(shown), detail));
    }

    /** Returns the name, shortened, and with a question mark for half a surrogate pair. */
    private static String shown(String name) {
        String shortened = name;
        if (name.length() > MAX_NAME_LENGTH) {
            boolean splitsPair = Character.isHighSurrogate(name.charAt(MAX_NAME_LENGTH - 1));
            shortened = name.substring(0, splitsPair ? MAX_NAME_LENGTH - 1 : MAX_NAME_LENGTH) + "…";
        }
        return new String(shortened.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    void violation(String name, int element, String detail) {
        add(Violation.inBody(elementPointer(name, element), detail));
    }

    private void add(Violation violation) {
        if (violations.size() < MAX_VIOLATIONS) {
            violations.add(violation);
        }
    }

    private String elementPointer(String name, int element) {
        return pointer + "/" + escaped(name) + "/" + element;
    }

    /** Returns a reference token of RFC 6901. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
