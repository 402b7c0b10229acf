package io.stockroom.docs;

import io.stockroom.docs.ShellSession.Result;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Runs the blocks of one page in a session, and compares what they print. */
final class PageRun {

    /** The address that pages use. */
    static final String DOCUMENTED_ADDRESS = "localhost:8080";

    private static final Duration BACKGROUND_START = Duration.ofSeconds(1);
    private static final Duration MAX_BACKGROUND_WAIT = Duration.ofSeconds(10);
    private static final int MAX_PRINTED_LENGTH = 4000;

    private final Page page;
    private final String name;
    private final ShellSession session;
    private final String address;
    private final PrintStream out;
    private final Map<String, CodeBlock> background = new LinkedHashMap<>();
    private int passed;
    private int failed;

    PageRun(Page page, String name, ShellSession session, String address, PrintStream out) {
        this.page = page;
        this.name = name;
        this.session = session;
        this.address = address;
        this.out = out;
    }

    void run() throws IOException, InterruptedException {
        boolean ended = false;
        for (CodeBlock block : page.blocks()) {
            if (ended && block.isRun()) {
                report(block, 0, "did not run, because the shell has ended", new Result(0, "", ""));
            } else if (block.isBackground()) {
                start(block);
            } else if (block.isRun()) {
                ended = runToEnd(block);
            }
        }
        for (Map.Entry<String, CodeBlock> each : background.entrySet()) {
            finish(each.getKey(), each.getValue());
        }
        session.close();
    }

    int passed() {
        return passed;
    }

    int failed() {
        return failed;
    }

    private void start(CodeBlock block) throws IOException, InterruptedException {
        session.start(file(block), command(block));
        background.put(file(block), block);
        Thread.sleep(BACKGROUND_START.toMillis());
    }

    private boolean runToEnd(CodeBlock block) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Result result = documented(session.run(file(block), command(block)));
        String problem = "";
        if (result.timedOut()) {
            problem = "took too long";
        } else if (result.endedTheShell()) {
            problem = "ended the shell";
        } else if (result.status() != 0) {
            problem = "exit status " + result.status();
        }
        report(block, System.nanoTime() - start, problem.isEmpty() ? difference(block, result).orElse("") : problem, result);
        return result.timedOut() || result.endedTheShell();
    }

    /** The output may come late, but not much. */
    private void finish(String file, CodeBlock block) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Result result = documented(session.resultOf(file));
        while (difference(block, result).isPresent() && System.nanoTime() - start < MAX_BACKGROUND_WAIT.toNanos()) {
            Thread.sleep(200);
            result = documented(session.resultOf(file));
        }
        report(block, System.nanoTime() - start, difference(block, result).orElse(""), result);
    }

    private Optional<String> difference(CodeBlock block, Result result) {
        return page.outputOf(block).flatMap(output -> new ExpectedOutput(output).difference(result.output()));
    }

    private void report(CodeBlock block, long nanos, String problem, Result result) {
        boolean ok = problem.isEmpty();
        out.printf(Locale.ROOT, "%s:%d %s %.1f s%n", name, block.line(), ok ? "ok" : "failed", nanos / 1e9);
        if (ok) {
            passed++;
            return;
        }
        failed++;
        print("command", block.text());
        print("problem", problem);
        print("printed", result.output());
        print("on standard error", result.errors());
        page.outputOf(block).ifPresent(output -> print("expected", output.text()));
    }

    private void print(String title, String text) {
        if (!text.isBlank()) {
            String cut = text.length() <= MAX_PRINTED_LENGTH ? text : text.substring(0, MAX_PRINTED_LENGTH) + " … and so on";
            out.println("  " + title + ":");
            out.print(cut.stripTrailing().indent(4));
        }
    }

    private static String file(CodeBlock block) {
        return "line-" + block.line();
    }

    private String command(CodeBlock block) {
        return block.text().replace(DOCUMENTED_ADDRESS, address);
    }

    private Result documented(Result result) {
        return new Result(result.status(), result.output().replace(address, DOCUMENTED_ADDRESS),
                result.errors().replace(address, DOCUMENTED_ADDRESS));
    }
}
