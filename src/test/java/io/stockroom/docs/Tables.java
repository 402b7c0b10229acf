package io.stockroom.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The tables of a page, as GitHub reads them: a header, a separator, and rows with as many cells. */
final class Tables {

    private static final Pattern SEPARATOR = Pattern.compile("\\s*\\|(?: *:?-+:? *\\|)+\\s*");
    private static final Pattern CELL_END = Pattern.compile("(?<!\\\\)\\|");

    private Tables() {
    }

    /** Returns the lines that would not be shown as a row of a table, with the name of the page. */
    static List<String> malformed(Page page) {
        List<String> malformed = new ArrayList<>();
        List<String> lines = page.prose();
        int begin = -1;
        for (int i = 0; i < lines.size(); i++) {
            boolean isRow = lines.get(i).strip().startsWith("|");
            begin = isRow ? begin < 0 ? i : begin : -1;
            if (isRow ? !fits(lines, begin, i) : lines.get(i).contains("|---")) {
                malformed.add(page.path() + ":" + (i + 1));
            }
        }
        return malformed;
    }

    /** Whether a line fits the table that begins at another. */
    private static boolean fits(List<String> lines, int begin, int row) {
        boolean hasSeparator = begin + 1 < lines.size() && SEPARATOR.matcher(lines.get(begin + 1)).matches();
        return hasSeparator && cells(lines.get(begin)) == cells(lines.get(row)) && lines.get(row).strip().endsWith("|");
    }

    private static long cells(String line) {
        return CELL_END.matcher(line).results().count();
    }
}
