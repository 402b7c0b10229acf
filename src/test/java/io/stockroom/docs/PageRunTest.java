package io.stockroom.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageRunTest {

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void runsBlocksInOneShell() throws Exception {
        assertEquals("2 passed, 0 failed", run("```sh run", "name=value", "```", "```sh run", "echo $name; echo noise >&2", "```",
                "```text output", "value", "```", "```sh", "exit 1", "```"));
    }

    @Test
    void aWrongOutputFails() throws Exception {
        assertEquals("1 passed, 1 failed", run("```sh run", "echo 231", "```", "```text output", "232", "```", "```sh run", "true", "```"));
        assertTrue(printed().contains("page.md:1 failed "), printed());
        assertTrue(printed().contains("    echo 231\n"), printed());
        assertTrue(printed().contains("    expected:      232\n    printed:       231\n"), printed());
    }

    @Test
    void aFailedCommandFails() throws Exception {
        assertEquals("1 passed, 1 failed", run("```sh run", "false", "```", "```sh run", "false; true", "```"));
        assertTrue(printed().contains("exit status 1"), printed());
    }

    @Test
    void blocksAfterTheEndOfTheShellFail() throws Exception {
        assertEquals("0 passed, 2 failed", run("```sh run", "exit 0", "```", "```sh run", "true", "```"));
    }

    @Test
    void aBlockThatTakesTooLongFails() throws Exception {
        assertEquals("0 passed, 1 failed", run(Duration.ofMillis(200), "```sh run", "sleep 9", "```"));
        assertTrue(printed().contains("took too long"), printed());
    }

    @Test
    void comparesAtTheEndWhatABackgroundBlockPrints() throws Exception {
        assertEquals("2 passed, 0 failed", run("```sh run background", "tail -n 1 -F events.txt", "```", "```text output", "event", "```",
                "```sh run", "echo event >> events.txt", "```"));
    }

    @Test
    void replacesTheAddressBothWays() throws Exception {
        assertEquals("1 passed, 0 failed", run("```sh run", "[ localhost:8080 = localhost:$((9000 + 1)) ] && echo http://localhost:8080/",
                "```", "```text output", "http://localhost:8080/", "```"));
    }

    private String run(String... lines) throws IOException, InterruptedException {
        return run(Duration.ofSeconds(20), lines);
    }

    private String run(Duration limit, String... lines) throws IOException, InterruptedException {
        Page page = Page.of(Path.of("page.md"), String.join("\n", lines) + "\n");
        Path blocks = Files.createDirectory(folder.resolve("blocks"));
        try (ShellSession session = new ShellSession(folder, blocks, limit)) {
            PageRun run = new PageRun(page, "page.md", session, "localhost:9001", new PrintStream(printed, true, StandardCharsets.UTF_8));
            run.run();
            return run.passed() + " passed, " + run.failed() + " failed";
        }
    }

    private String printed() {
        return printed.toString(StandardCharsets.UTF_8);
    }
}
