package io.stockroom.docs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Checks the links and the code blocks of all pages, as CONTRIBUTING.md describes them; nothing is run. */
class DocumentsTest {

    private static final Set<String> INFO_STRINGS = Set.of("sh", "sh run", "sh run background", "json", "json output", "text",
            "text output", "csv", "csv output", "sql", "yaml", "java", "js", "python", "xml", "http", "properties", "mermaid", "dot");

    private static final int MAX_README_LINES = 180;

    /** The pages that begin with a command against development mode. */
    private static final List<String> CAPABILITIES = List.of("search-and-export", "goods", "exactly-once", "webhooks", "shops",
            "altegio-clients", "access", "accounts", "exports", "stock-events", "configuration", "resilience", "sandbox",
            "operations", "architecture");
    /** The pages that begin with a command that needs AWS, or takes minutes. */
    private static final List<String> PROCEDURES = List.of("deployment", "benchmark", "performance");
    private static final int MAX_LINES_BEFORE_COMMAND = 8;

    private static List<Page> pages;

    @BeforeAll
    static void readPages() throws IOException {
        pages = Page.readAll(Path.of(""));
    }

    @Test
    void linksResolve() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Page page : pages) {
            broken.addAll(Links.broken(page));
        }

        assertEquals(List.of(), broken);
    }

    @Test
    void tablesAreWellFormed() {
        assertEquals(List.of(), pages.stream().flatMap(page -> Tables.malformed(page).stream()).toList());
    }

    @Test
    void readmeIsShort() {
        int lines = page("README.md").lines().size();

        assertTrue(lines <= MAX_README_LINES, () -> "README.md has " + lines + " lines: move details to docs");
    }

    @Test
    void readmeLinksEveryPage() throws IOException {
        List<String> linked = Links.of(page("README.md").section("Documentation"));
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            List<String> names = files.map(Path::toString).filter(name -> name.endsWith(".md")).sorted().toList();

            assertEquals(List.of(), names.stream().filter(name -> linked.stream().noneMatch(link -> link.split("#")[0].equals(name)))
                    .toList());
        }
    }

    @Test
    void eachPictureIsOnAPage() throws IOException {
        Set<Path> shown = pages.stream().flatMap(page -> Links.of(page).stream()
                .map(link -> page.path().resolveSibling(link.split("#")[0]).normalize())).collect(Collectors.toSet());
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            assertEquals(List.of(), files.filter(file -> file.toString().matches(".*\\.(png|svg)") && !shown.contains(file)).toList());
        }
    }

    @Test
    void capabilitiesBeginWithACommand() {
        assertEquals(List.of(), CAPABILITIES.stream().filter(name -> firstBlock(name).filter(CodeBlock::isRun).isEmpty()).toList());
        assertEquals(List.of(), PROCEDURES.stream()
                .filter(name -> firstBlock(name).filter(block -> block.info().equals(List.of("sh"))).isEmpty()).toList());
    }

    /** Returns the first block of a page, if the page begins with it. */
    private static Optional<CodeBlock> firstBlock(String name) {
        return page("docs/" + name + ".md").blocks().stream().findFirst().filter(block -> block.line() <= MAX_LINES_BEFORE_COMMAND);
    }

    private static Page page(String name) {
        return pages.stream().filter(page -> page.path().equals(Path.of(name))).findFirst().orElseThrow();
    }

    @Test
    void codeBlocksAreOfAKnownKind() {
        assertNone((page, block) -> !INFO_STRINGS.contains(String.join(" ", block.info())));
    }

    @Test
    void outputFollowsACommand() {
        assertNone((page, block) -> block.isOutput() && page.blocks().stream()
                .noneMatch(run -> run.isRun() && page.outputOf(run).filter(block::equals).isPresent()));
    }

    @Test
    void commandsAreValidBash() throws Exception {
        List<CodeBlock> commands = pages.stream().flatMap(page -> page.blocks().stream()).filter(CodeBlock::isRun).toList();

        assertFalse(commands.isEmpty());
        for (CodeBlock command : commands) {
            assertEquals("", syntaxErrors(command.text()), command::text);
        }
    }

    @Test
    void findsErrorsOfSyntax() throws Exception {
        assertFalse(syntaxErrors("for each in a b; echo $each; done\n").isBlank());
    }

    private static String syntaxErrors(String command) throws IOException, InterruptedException {
        Process bash = new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
        try (OutputStream input = bash.getOutputStream()) {
            input.write(command.getBytes(UTF_8));
        }
        String errors = new String(bash.getInputStream().readAllBytes(), UTF_8);
        return bash.waitFor() == 0 ? "" : errors;
    }

    private interface Check {

        boolean fails(Page page, CodeBlock block);
    }

    private static void assertNone(Check check) {
        assertEquals(List.of(), pages.stream().flatMap(page -> page.blocks().stream().filter(block -> check.fails(page, block))
                .map(block -> page.path() + ":" + block.line() + " " + String.join(" ", block.info()))).toList());
    }
}
