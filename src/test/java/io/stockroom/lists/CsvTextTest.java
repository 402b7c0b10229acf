package io.stockroom.lists;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {"x;=1+1~\"x;'=1+1\"", "x;;=1~\"x;;'=1\"", "x; -1~\"x;' -1\"",
            "x,=1+1~\"x,=1+1\"",
            "x|=1~\"x|'=1\"", "x;\"=1\"~\"x;'\"\"=1\"\"\"", "a=b~a=b", "a-b;c~\"a-b;c\"", "tel;+359~\"tel;'+359\"", "＝1~'＝1", "＋1~'＋1",
            "－1~'－1",
            "＠A1~'＠A1", "x;＝1~\"x;'＝1\"", "\"=1~\"'\"\"=1\"", "'=1~'=1", "Soap~Soap", "~''"})
    void cellOfACommaFileIsNoFormulaWithAnySeparator(String text, String cell) {
        assertEquals("''".equals(cell) ? "" : cell, new CsvText(text == null ? "" : text).cell(','));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\0', value = {"x,=1+1~\"x,'=1+1\"", "x;=1+1~\"x;=1+1\"", "x,＠A~\"x,'＠A\"", "a,b~\"a,b\""})
    void cellOfASemicolonFileIsNoFormulaWithAnySeparator(String text, String cell) {
        assertEquals(cell, new CsvText(text).cell(';'));
    }

    @Test
    void whiteSpaceBeforeTheSignDoesNotMatter() {
        assertEquals("\"'\t'=1\"", new CsvText("\t=1").cell(','));
        assertEquals("' =1", new CsvText(" =1").cell(','));
        assertEquals("'\u00a0\u200b\ufeff=1", new CsvText("\u00a0\u200b\ufeff=1").cell(','));
        assertEquals("\"x\t'=1\"", new CsvText("x\t=1").cell(','));
        assertEquals("\"x\r\n'=1\"", new CsvText("x\r\n=1").cell(','));
    }

    @Test
    void controlCharactersAreReplaced() {
        assertEquals("\ufffd=1 a\ufffdb\ufffd", new CsvText("\u0000=1 a\u000bb\u007f").cell(','));
    }

    /** Splits the cell as naively as a spreadsheet with that separator may do, and looks for formulas. */
    @Test
    void noPieceBeginsWithASignWhateverTheTextIs() {
        List<String> pieces = List.of("", "x", ",", ";", "\t", "\n", "|", "\"", " ", "=", "-1", "＝");
        for (String one : pieces) {
            for (String two : pieces) {
                for (String three : pieces) {
                    for (String four : pieces) {
                        check(one + two + three + four);
                    }
                }
            }
        }
    }

    private static void check(String text) {
        for (char separator : new char[] {',', ';'}) {
            String cell = new CsvText(text).cell(separator);
            for (char other : new char[] {',', ';', '\t', '|'}) {
                if (other != separator) {
                    for (String piece : ("id" + separator + cell + separator).split("[\r\n" + Pattern.quote("" + other) + "]")) {
                        assertTrue(!piece.matches("[\"\\s]*[=+\\-@＝].*"), () -> "<" + text + "> as <" + cell + "> split at " + other);
                    }
                }
            }
        }
    }
}
