package io.stockroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PageTest {

    @Test
    void readsInfoTextAndLines() {
        Page page = page("# Title", "", "```sh run background", "curl -N x", "", "```", "", "~~~json output", "{}", "~~~");

        assertEquals(List.of(new CodeBlock(List.of("sh", "run", "background"), "curl -N x\n\n", 3, 6),
                new CodeBlock(List.of("json", "output"), "{}\n", 8, 10)), page.blocks());
        assertTrue(page.blocks().get(0).isBackground());
        assertFalse(page.blocks().get(1).isRun());
        assertEquals("json", page.blocks().get(1).language());
    }

    @Test
    void aLanguageIsNoMarker() {
        CodeBlock block = page("```run", "x", "```").blocks().get(0);

        assertFalse(block.isRun());
        assertEquals("run", block.language());
    }

    @Test
    void aLongerFenceHoldsShorterOnes() {
        Page page = page("````text", "```sh run", "a", "```", "````", "```", "b", "```");

        assertEquals(List.of("```sh run\na\n```\n", "b\n"), page.blocks().stream().map(CodeBlock::text).toList());
    }

    @Test
    void readsFencesInLists() {
        assertEquals("a\n  b\n", page("1. First", "", "   ```sh run", "   a", "     b", "   ```").blocks().get(0).text());
    }

    @Test
    void aFenceWithinALineIsNone() {
        assertEquals(List.of(), page("```` ```sh run ```` is a block", "```code```").blocks());
    }

    @Test
    void rejectsABlockWithoutEnd() {
        Exception problem = assertThrows(IllegalArgumentException.class, () -> page("", "```sh", "a"));

        assertEquals("page.md:2: the code block has no end", problem.getMessage());
    }

    @Test
    void anOutputBelongsToTheBlockBeforeIt() {
        Page page = page("```sh run", "a", "```", "", "```text output", "A", "```", "```sh run", "b", "```", "prints", "```text output",
                "B", "```");

        assertEquals(Optional.of("A\n"), page.outputOf(page.blocks().get(0)).map(CodeBlock::text));
        assertEquals(Optional.empty(), page.outputOf(page.blocks().get(2)));
    }

    @Test
    void proseLeavesCodeOut() {
        assertEquals(List.of("a", "", "", "", "b"), page("a", "```", "code", "```", "b").prose());
    }

    @Test
    void aSectionEndsAtTheNext() {
        Page page = page("# Title", "## One", "a", "### More", "```", "## Two", "```", "## Two", "b");

        assertEquals(List.of("## One", "a", "### More", "```", "## Two", "```"), page.section("One").lines());
        assertEquals(List.of("## Two", "b"), page.section("Two").lines());
        assertThrows(IllegalArgumentException.class, () -> page.section("Three"));
    }

    private static Page page(String... lines) {
        return Page.of(Path.of("page.md"), String.join("\n", lines) + "\n");
    }
}
