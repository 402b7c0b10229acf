package io.stockroom.lists;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with the rows of a response, in sentences. */
public final class RowWarnings {

    /** Enough to see what is wrong: if a field has another type in all rows, each has a warning. */
    static final int MAX_WARNINGS = 100;

    private final List<String> first = new ArrayList<>();
    private int count;

    void add(List<String> warnings) {
        count += warnings.size();
        first.addAll(warnings.subList(0, Math.min(warnings.size(), MAX_WARNINGS - first.size())));
    }

    public int count() {
        return count;
    }

    /** Returns the first ones, with the number of the others. */
    public List<String> texts() {
        List<String> texts = new ArrayList<>(first);
        if (count > first.size()) {
            texts.add("There are " + (count - first.size()) + " more values that could not be read");
        }
        return texts;
    }
}
