package io.stockroom.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The members of one part of a request: of its path, its query, its JSON body or an object inside that. Reading a member
 * makes its name known; what is left over at the end is reported as the typo that it probably is. The parts of a request
 * share their faults, so that all of them are told at once.
 */
public final class Input {

    private final Map<String, Object> members;
    private final String pointer;
    private final Input request;
    private final List<Fault> faults;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Input> parts = new ArrayList<>();

    /** Enough to see what is wrong; a body of a megabyte could have a hundred thousand. */
    private static final int MOST_FAULTS = 100;
    private static final int LONGEST_NAME = 50;

    private Input(Map<?, ?> members, String pointer, Input request) {
        this.members = new LinkedHashMap<>();
        members.forEach((name, value) -> this.members.put(name.toString(), value));
        this.pointer = pointer;
        this.request = request == null ? this : request;
        this.faults = request == null ? new ArrayList<>() : request.faults;
    }

    /** The first part of a request: the parameters in its path. */
    public static Input ofPath(Map<String, String> parameters) {
        return new Input(parameters, null, null);
    }

    /** The query of the same request. */
    public Input query(Map<String, String> parameters) {
        return part(parameters, null);
    }

    /** The JSON body of the same request. */
    public Input body(Map<?, ?> object) {
        return part(object, "");
    }

    Input inside(String name, int element, Map<?, ?> object) {
        return part(object, elementPointer(name, element));
    }

    private Input part(Map<?, ?> object, String at) {
        Input part = new Input(object, at, request);
        request.parts.add(part);
        return part;
    }

    /**
     * The member of this name, or of one of the other names that Altegio has for it. Two names of one family with
     * different values are a fault.
     */
    public Member member(String name, String... aliases) {
        List<String> family = new ArrayList<>(List.of(name));
        family.addAll(List.of(aliases));
        known.addAll(family);
        List<String> given = family.stream().filter(each -> members.get(each) != null).toList();
        if (given.isEmpty()) {
            return new Member(this, name, null);
        }
        Member member = new Member(this, given.get(0), members.get(given.get(0)));
        if (given.stream().map(members::get).map(Objects::toString).distinct().count() > 1) {
            member.fault("contradicts " + String.join(" and ", given.subList(1, given.size())));
        }
        return member;
    }

    /**
     * Ends the reading of the request: names that nobody asked for are faults too, each with the known name nearest to it.
     *
     * @throws InvalidInput with the faults of all parts
     */
    public void refuseFaults() {
        request.noteUnknown();
        request.parts.forEach(Input::noteUnknown);
        if (!faults.isEmpty()) {
            throw new InvalidInput(faults);
        }
    }

    private void noteUnknown() {
        Set<String> unknown = new TreeSet<>(members.keySet());
        unknown.removeAll(known);
        unknown.stream().limit(MOST_FAULTS).forEach(name -> fault(name, "is not known; " + Spelling.nearest(name, known)
                .map(near -> "did you mean " + near + "?")
                .orElseGet(() -> known.isEmpty() ? "there are no parameters" : "known are " + String.join(", ", known))));
    }

    void fault(String name, String detail) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        note(pointer == null ? Fault.inParameter(shown, detail) : Fault.inBody(pointer + "/" + escaped(shown), detail));
    }

    void fault(String name, int element, String detail) {
        note(Fault.inBody(elementPointer(name, element), detail));
    }

    private void note(Fault fault) {
        if (faults.size() < MOST_FAULTS) {
            faults.add(fault);
        }
    }

    private String elementPointer(String name, int element) {
        return pointer + "/" + escaped(name) + "/" + element;
    }

    /** A reference token of RFC 6901. */
    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
