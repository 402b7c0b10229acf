package io.stockroom.invocation;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A caller with a key, as the authorizer passes it to the functions: API Gateway puts the authorizer's context into each event.
 *
 * @param name      for the log
 * @param locations the only ones that the caller may use
 */
public record Caller(String name, Set<Long> locations, Set<Right> rights) {

    /** The field of a context without a caller that holds the reason, as a sentence without its period. */
    public static final String DENIAL = "denial";

    private static final String NAME = "caller";
    private static final String LOCATIONS = "locations";
    private static final String RIGHTS = "may";
    private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

    public Caller {
        locations = Collections.unmodifiableSet(new TreeSet<>(locations));
        rights = Set.copyOf(rights);
    }

    /** Returns the caller in an authorizer's context; empty if there is none, or if anything about it can't be read. */
    public static Optional<Caller> of(Map<String, ?> context) {
        if (!(context.get(NAME) instanceof String name) || !(context.get(LOCATIONS) instanceof String locations)
                || !(context.get(RIGHTS) instanceof String rights)) {
            return Optional.empty();
        }
        boolean isReadable = !name.isBlank() && elements(locations).allMatch(ID.asMatchPredicate())
                && elements(rights).allMatch(right -> Right.of(right).isPresent());
        return isReadable ? Optional.of(new Caller(name, ids(locations), rights(rights))) : Optional.empty();
    }

    /** Returns the context that {@link #of} reads: API Gateway passes on text, numbers and booleans only. */
    public Map<String, String> context() {
        return Map.of(NAME, name, LOCATIONS, locations.stream().map(String::valueOf).collect(joining(",")),
                RIGHTS, rights.stream().sorted().map(Right::label).collect(joining(",")));
    }

    public boolean mayUse(long location) {
        return locations.contains(location);
    }

    public boolean may(Right right) {
        return rights.contains(right);
    }

    private static Stream<String> elements(String list) {
        return Stream.of(list.split(",", -1));
    }

    private static Set<Long> ids(String list) {
        return elements(list).map(Long::valueOf).collect(toCollection(TreeSet::new));
    }

    private static Set<Right> rights(String list) {
        return elements(list).flatMap(label -> Right.of(label).stream())
                .collect(collectingAndThen(toCollection(() -> EnumSet.noneOf(Right.class)), Collections::unmodifiableSet));
    }
}
