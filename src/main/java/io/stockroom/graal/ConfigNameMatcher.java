package io.stockroom.graal;

/**
 * Rejects most non-matching property names by one character before the full comparison. At startup Quarkus parses every configured
 * name for every known name before it compares the two; SmallRye Config compares every name that has no value with all default values
 * whose name contains a star, in both directions.
 */
final class ConfigNameMatcher {

    private ConfigNameMatcher() {
    }

    /**
     * Returns whether the segment that begins at the offset differs from the other in its first character.
     *
     * @return false if that is not decisive, as with a star or a quotation mark
     */
    static boolean differ(String name, int offset, String segment) {
        return offset < name.length() && !segment.isEmpty() && differ(name.charAt(offset), segment.charAt(0));
    }

    /**
     * Returns whether two names end differently.
     *
     * @return false if that is not decisive, as before a star
     */
    static boolean differ(String one, String other) {
        int i = one.length() - 1;
        int j = other.length() - 1;
        while (i >= 0 && j >= 0 && one.charAt(i) == other.charAt(j) && literal(one.charAt(i))) {
            i--;
            j--;
        }
        return i >= 0 && j >= 0 && differ(one.charAt(i), other.charAt(j));
    }

    private static boolean differ(char one, char other) {
        return one != other && literal(one) && literal(other);
    }

    private static boolean literal(char c) {
        return c != '*' && c != '"' && c != '\\' && c != '[' && c != ']';
    }
}
