package io.stockroom.config;

/**
 * Tells names of settings apart by a character. When it starts, Quarkus takes each name that is set apart for each that it knows, before
 * it compares them; SmallRye Config compares each that is not set with all defaults that have a star, there and back.
 */
final class Names {

    private Names() {
    }

    /**
     * Whether the segment that begins at the offset differs from the other in its first character.
     *
     * @return false where that is not enough to tell, as with a star or a quotation mark
     */
    static boolean differ(String name, int offset, String segment) {
        return offset < name.length() && !segment.isEmpty() && differ(name.charAt(offset), segment.charAt(0));
    }

    /**
     * Whether two names differ in how they end.
     *
     * @return false where that is not enough to tell, as before a star
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
