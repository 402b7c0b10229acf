package io.stockroom.lists;

import java.util.regex.Pattern;

/**
 * Text in a cell. Text that a spreadsheet would interpret as a formula gets an apostrophe in front, also within the cell where a
 * spreadsheet that expects another separator would begin a new one: quotes do not protect there. Every cell that contains a
 * separator of any kind is quoted. Control characters, which no CSV may contain, become U+FFFD.
 */
record CsvText(String text) {

    private static final String SEPARATORS = ",;|\t\r\n";
    /** The second half are full-width characters, which spreadsheets treat as the first. */
    private static final String SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20";
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\t\r\n]]");
    /** A sign after anything that a spreadsheet skips; not within a line break of two characters. */
    private static final String FORMULA = "(?!(?<=\r)\n)(?=[\\s\\p{Z}\\p{Cf}\"]*[" + SIGNS.replace("-", "\\-") + "])";
    private static final Pattern AFTER_OTHERS_THAN_COMMA = Pattern.compile("(?<=^|[;|\t\r\n])" + FORMULA + "|^(?=[\t\r\n])");
    private static final Pattern AFTER_OTHERS_THAN_SEMICOLON = Pattern.compile("(?<=^|[,|\t\r\n])" + FORMULA + "|^(?=[\t\r\n])");

    /** @param separator the one of the file, a comma or a semicolon, at which text in quotes is never split */
    String cell(char separator) {
        if (isPlain()) {
            return text;
        }
        Pattern formulas = separator == ',' ? AFTER_OTHERS_THAN_COMMA : AFTER_OTHERS_THAN_SEMICOLON;
        String harmless = formulas.matcher(CONTROL.matcher(text).replaceAll("\ufffd")).replaceAll("'");
        boolean unquoted = harmless.chars().noneMatch(c -> c == '"' || SEPARATORS.indexOf(c) >= 0);
        return unquoted ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    private boolean isPlain() {
        return text.chars().noneMatch(c -> c == '"' || Character.isISOControl(c) || SEPARATORS.indexOf(c) >= 0 || SIGNS.indexOf(c) >= 0);
    }
}
