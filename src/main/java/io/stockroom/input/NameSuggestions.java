package io.stockroom.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class NameSuggestions {

    private NameSuggestions() {
    }

    /** Returns the nearest known name, if at most a third of its letters differ. Names of very different lengths are not compared. */
    static Optional<String> nearest(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> Math.abs(name.length() - candidate.length()) <= candidate.length() / 3 + 1)
                .filter(candidate -> distance(name, candidate) <= Math.max(1, candidate.length() / 3))
                .min(Comparator.comparingInt(candidate -> distance(name, candidate)));
    }

    /** Returns the number of edits: letters inserted, deleted, replaced or swapped (optimal string alignment). */
    static int distance(String from, String to) {
        int[][] edits = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : minimum(edits, from, to, i, j);
            }
        }
        return edits[from.length()][to.length()];
    }

    private static int minimum(int[][] edits, String from, String to, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int minimum = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(minimum, edits[i - 2][j - 2] + 1) : minimum;
    }
}
