package io.stockroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class TablesTest {

    @Test
    void acceptsTables() {
        assertEquals(List.of(), malformed("Text\n\n| a | b |\n|---|--:|\n| `x\\|y` | |\n\n  | c |\n  |---|\n  | 1 |\n"));
    }

    @Test
    void ignoresCode() {
        assertEquals(List.of(), malformed("```text\n| a |---| b\n```\n"));
    }

    @Test
    void findsRowsWithOtherCells() {
        assertEquals(List.of("a.md:3", "a.md:4"), malformed("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n"));
    }

    @Test
    void findsTablesWithoutASeparatorOrInsideText() {
        assertEquals(List.of("a.md:1"), malformed("| a | b |\n"));
        assertEquals(List.of("a.md:1", "a.md:2"), malformed("| a | |---| | 1 |\ntext |---|\n"));
    }

    private static List<String> malformed(String text) {
        return Tables.malformed(Page.of(Path.of("a.md"), text));
    }
}
