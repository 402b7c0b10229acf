package io.stockroom.docs;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a page shows as the output of a command. An ellipsis stands for any text, also none. White space does not count where it has no
 * meaning: at the ends of lines, and in JSON outside of strings.
 */
final class ExpectedOutput {

    private static final String ELLIPSIS = "…";
    private static final int MAX_EXCERPT_LENGTH = 300;

    private final boolean isJson;
    private final String expected;

    ExpectedOutput(CodeBlock block) {
        this(block.language(), block.text());
    }

    ExpectedOutput(String language, String expected) {
        this.isJson = language.equals("json");
        this.expected = normalize(expected);
    }

    /** Returns where the output differs from what is expected, or nothing if it fits. */
    Optional<String> difference(String output) {
        String actual = normalize(output);
        String[] parts = expected.split(ELLIPSIS, -1);
        if (parts.length == 1) {
            return actual.equals(expected) ? Optional.empty() : Optional.of(difference(expected, actual));
        }
        if (!actual.startsWith(parts[0])) {
            return Optional.of(difference(parts[0], actual));
        }
        int position = parts[0].length();
        for (int i = 1; i < parts.length - 1; i++) {
            int found = actual.indexOf(parts[i], position);
            if (found < 0) {
                return Optional.of(missing(parts[i], actual.substring(position)));
            }
            position = found + parts[i].length();
        }
        String last = parts[parts.length - 1];
        boolean fits = actual.endsWith(last) && actual.length() - last.length() >= position;
        return fits ? Optional.empty() : Optional.of(missing(last + "⟨end⟩", actual.substring(position)));
    }

    private static String difference(String expected, String actual) {
        int same = 0;
        while (same < Math.min(expected.length(), actual.length()) && expected.charAt(same) == actual.charAt(same)) {
            same++;
        }
        while (same > 0 && Character.isLetterOrDigit(expected.charAt(same - 1))) {
            same--;
        }
        int from = Math.max(0, same - 40);
        return "differs after: " + excerpt(expected.substring(from, same))
                + "\nexpected:      " + excerpt(expected.substring(same))
                + "\nprinted:       " + excerpt(actual.substring(same));
    }

    private static String missing(String part, String rest) {
        return "expected:      " + excerpt(part) + "\nsomewhere in:  " + excerpt(rest);
    }

    private static String excerpt(String text) {
        String visible = text.replace("\n", "⏎");
        return visible.length() <= MAX_EXCERPT_LENGTH ? visible : visible.substring(0, MAX_EXCERPT_LENGTH) + " … and so on";
    }

    private String normalize(String text) {
        String unix = text.replace("\r", "");
        return isJson ? withoutSpace(unix) : unix.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).stripTrailing();
    }

    /** A string ends with its line at the latest: JSON has no line feeds in strings, and an ellipsis may stand for the closing quote. */
    private static String withoutSpace(String json) {
        StringBuilder text = new StringBuilder(json.length());
        boolean inString = false;
        boolean escaped = false;
        for (char c : json.toCharArray()) {
            inString = c != '\n' && (c == '"' && !escaped ? !inString : inString);
            escaped = inString && c == '\\' && !escaped;
            if (inString || !Character.isWhitespace(c)) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
