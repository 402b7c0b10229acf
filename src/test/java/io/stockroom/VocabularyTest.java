package io.stockroom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.Vocabulary.Finding;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds documents and sources to the glossary of CONTRIBUTING.md. */
class VocabularyTest {

    private static final Path LIST = Path.of("src/test/vocabulary.txt");

    private final Vocabulary vocabulary = Vocabulary.of(List.of("# A comment, then rules", "",
            "prose code identifiers: gadgets? => device", "  except: gadget shop", "  not in: legacy/",
            "prose: for ever and a day => always",
            "identifiers: widget => part", "  only in: /input/",
            "constants: BIGGEST_\\w+ => MAX_"));

    @Test
    void documentsAndSourcesUseTheTermsOfTheGlossary() {
        List<Finding> found = Vocabulary.read(LIST).check(Path.of(""));

        assertTrue(found.isEmpty(), () -> found.size() + " words that the glossary of CONTRIBUTING.md replaces:\n"
                + found.stream().map(Finding::toString).collect(Collectors.joining("\n")));
    }

    @Test
    void reportsFileLineWordAndReplacement() {
        assertEquals(List.of("README.md:3: \"Gadgets\", say: device"), check("README.md", "# Title\n\nGadgets are found.\n"));
    }

    @Test
    void findsPhrasesAcrossLines() {
        assertEquals(List.of("A.java:2: \"for ever and a day\", say: always"),
                check("A.java", "/**\n * Kept for ever\n * and a day.\n */\nclass A {\n}\n"));
    }

    @Test
    void separatesCommentsLiteralsAndNames() {
        String source = """
                class A {
                    // one gadget
                    String text = "a \\"gadget\\" more";
                    char quote = '"'; int gadgetCount; int inspectorGadget;
                    static final int BIGGEST_SIZE = 1;
                    int biggestSize;
                }
                """;

        assertEquals(List.of(2, 3, 4, 4, 5), vocabulary.check("src/A.java", source).stream().map(Finding::line).toList());
    }

    @Test
    void matchesWholeWordsOnly() {
        assertEquals(List.of(), check("src/A.java", "// gadgetry\nint gadgetry; String s = \"megagadget\";\n"));
    }

    @Test
    void allowsExceptedLinesAndFiles() {
        assertEquals(List.of(), check("README.md", "The gadget shop sells one gadget.\n"));
        assertEquals(List.of(), check("src/legacy/A.java", "int gadget;\n"));
        assertEquals(List.of(), check("src/http/A.java", "int widget;\n"));
        assertEquals(1, check("src/input/A.java", "int widget;\n").size());
    }

    @Test
    void ignoresCodeInDocuments() {
        assertEquals(List.of(), check("README.md", """
                Run `gadget` or see [it](docs/gadget.md):

                    gadget --version

                ```
                gadget
                ```
                <!-- vocabulary: off -->
                gadget
                <!-- vocabulary: on -->
                """));
        assertEquals(List.of(), check("src/A.java", "/** See {@link Gadget} and {@code gadget}. */\n"));
    }

    @Test
    void readsDescriptionsAndCommentsOfYaml() {
        assertEquals(List.of("docs/openapi.yaml:1: \"gadget\", say: device", "docs/openapi.yaml:4: \"gadget\", say: device"),
                check("docs/openapi.yaml", "# a gadget\ninfo:\n  description: |\n    One gadget, `gadget`.\n  example: gadget\n"));
    }

    @Test
    void rejectsLinesThatAreNoRules() {
        assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(List.of("gadget -> device")));
        assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(List.of("  except: gadget")));
        assertThrows(IllegalArgumentException.class, () -> Vocabulary.of(List.of("poetry: gadget => device")));
    }

    private List<String> check(String file, String text) {
        return vocabulary.check(file, text).stream().map(Finding::toString).toList();
    }
}
