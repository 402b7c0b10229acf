package io.stockroom.altegio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Changes and measures the texts in a tree of parsed JSON, the names of fields included. */
final class TextTree {

    private static final char REPLACEMENT = '\ufffd';

    private TextTree() {
    }

    /** Returns the tree with the function applied to each text, at any depth. Objects and arrays are changed in place. */
    @SuppressWarnings("unchecked")
    static Object mapped(Object tree, UnaryOperator<String> function) {
        if (tree instanceof String text) {
            return function.apply(text);
        }
        if (tree instanceof List<?> list) {
            ((List<Object>) list).replaceAll(element -> mapped(element, function));
        }
        return tree instanceof Map<?, ?> object ? mapped((Map<String, Object>) object, function) : tree;
    }

    private static Map<String, Object> mapped(Map<String, Object> object, UnaryOperator<String> function) {
        object.replaceAll((name, value) -> mapped(value, function));
        if (object.keySet().stream().allMatch(name -> function.apply(name).equals(name))) {
            return object;
        }
        Map<String, Object> renamed = new LinkedHashMap<>();
        object.forEach((name, value) -> renamed.put(function.apply(name), value));
        return renamed;
    }

    /** Returns roughly how many bytes the tree takes as JSON. */
    static long size(Object tree) {
        if (tree instanceof Map<?, ?> object) {
            return object.entrySet().stream().mapToLong(field -> size(field.getKey()) + size(field.getValue())).sum();
        }
        return tree instanceof List<?> list ? list.stream().mapToLong(TextTree::size).sum() : String.valueOf(tree).length() + 4L;
    }

    /** Returns the text with U+FFFD in place of each half of a surrogate pair: it could not be written as UTF-8. */
    static String wellFormed(String text) {
        StringBuilder corrected = null;
        for (int i = 0; i < text.length(); i++) {
            if (!Character.isSurrogate(text.charAt(i))) {
                continue;
            }
            if (i + 1 < text.length() && Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
                i++;
            } else {
                corrected = corrected == null ? new StringBuilder(text) : corrected;
                corrected.setCharAt(i, REPLACEMENT);
            }
        }
        return corrected == null ? text : corrected.toString();
    }
}
