package io.stockroom.relay;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A path that is relayed, as a list of segments: a literal, or the name of an id in braces. Ids are digits, so that a request can't
 * reach another path than this one.
 */
record RelayRoute(String path) {

    private static final Pattern PATH = Pattern.compile("(/[a-z_]{1,50}|/\\{[a-z_]{1,50}})+");
    private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");
    private static final String LOCATION = "location_id";

    static boolean isValid(String path) {
        return PATH.matcher(path).matches();
    }

    /** Returns the ids in a request's path by their names; empty if it is another path. */
    Optional<Map<String, String>> ids(String requested) {
        String[] names = path.split("/", -1);
        String[] segments = requested.split("/", -1);
        Map<String, String> ids = new TreeMap<>();
        for (int i = 0; i < names.length; i++) {
            boolean isId = names[i].startsWith("{");
            if (i >= segments.length || !(isId ? ID.matcher(segments[i]).matches() : names[i].equals(segments[i]))) {
                return Optional.empty();
            }
            if (isId) {
                ids.put(names[i].substring(1, names[i].length() - 1), segments[i]);
            }
        }
        return names.length == segments.length ? Optional.of(ids) : Optional.empty();
    }

    /** Returns how many segments are literals: of two routes with the same path, that with more is meant. */
    long literals() {
        return Stream.of(path.split("/")).filter(segment -> !segment.startsWith("{")).count();
    }

    boolean hasLocation() {
        return path.contains("{" + LOCATION + "}");
    }

    /** Returns whether each row of the response is a location itself. */
    boolean listsLocations() {
        return path.equals("/companies");
    }

    /** Returns the route's key in API Gateway's form. */
    String key() {
        return "GET " + path;
    }
}
