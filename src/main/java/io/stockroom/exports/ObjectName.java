package io.stockroom.exports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;

/** The name of an object in the store: segments that are separated by slashes, the same in a folder and in S3. */
record ObjectName(List<String> segments) {

    private static final int MAX_BYTES = 1_024;

    /** @throws IllegalArgumentException if a folder could not contain a file of this name, or S3 no object */
    static ObjectName of(String text) {
        ObjectName name = new ObjectName(List.of(text.split("/", -1)));
        boolean isValid = name.segments.stream().allMatch(ObjectName::isValid) && text.getBytes(UTF_8).length <= MAX_BYTES;
        if (!isValid) {
            throw new IllegalArgumentException("Not the name of an object: " + text);
        }
        return name;
    }

    private static boolean isValid(String segment) {
        return !segment.isEmpty() && !segment.equals(".") && !segment.equals("..")
                && segment.chars().noneMatch(character -> Character.isISOControl(character) || character == '\\');
    }
}
