package io.stockroom.docs;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs the commands of the documentation against dev mode, and exits with status 1 if one does not do what its page shows.
 *
 * <p>Properties: {@code docs.pages}, the pages to run, separated by commas, otherwise all; {@code docs.url}, a dev mode that is running,
 * otherwise one is started.
 */
final class DocumentedCommands {

    private static final Duration MAX_BLOCK = Duration.ofSeconds(60);

    private final Path checkout;
    private final DevMode devMode;
    private int passed;
    private int failed;

    private DocumentedCommands(Path checkout, DevMode devMode) {
        this.checkout = checkout;
        this.devMode = devMode;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Path checkout = Path.of("").toAbsolutePath();
        List<Page> pages = pages(checkout, System.getProperty("docs.pages", ""));
        String url = System.getProperty("docs.url", "");
        // Maven may be killed alone.
        ProcessHandle.current().parent().ifPresent(maven -> maven.onExit().thenRun(() -> System.exit(1)));
        int failed;
        try (DevMode devMode = url.isBlank() ? DevMode.start(checkout) : DevMode.at(URI.create(url))) {
            failed = new DocumentedCommands(checkout, devMode).run(pages);
        }
        System.exit(failed == 0 ? 0 : 1);
    }

    /** Returns the selected pages that have something to run. */
    private static List<Page> pages(Path checkout, String selected) throws IOException {
        List<Page> all = Page.readAll(checkout);
        if (!selected.isBlank()) {
            Set<Path> paths = Stream.of(selected.split(",")).map(path -> checkout.resolve(path.strip()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            all = all.stream().filter(page -> paths.remove(page.path())).toList();
            if (!paths.isEmpty()) {
                throw new IllegalArgumentException("No such page: " + paths);
            }
        }
        return all.stream().filter(page -> page.blocks().stream().anyMatch(CodeBlock::isRun)).toList();
    }

    private int run(List<Page> pages) throws IOException, InterruptedException {
        for (Page page : pages) {
            devMode.reset();
            delete(checkout.resolve("target/export"));
            Path scratch = Files.createTempDirectory("stockroom-docs");
            try {
                run(page, scratch);
            } finally {
                delete(scratch);
            }
        }
        System.out.printf("%d passed, %d failed%n", passed, failed);
        return failed;
    }

    private void run(Page page, Path scratch) throws IOException, InterruptedException {
        Path folder = Files.createDirectory(scratch.resolve("page"));
        for (String name : List.of("target", "docs", "src")) {
            Files.createSymbolicLink(folder.resolve(name), checkout.resolve(name));
        }
        Path blocks = Files.createDirectory(scratch.resolve("blocks"));
        try (ShellSession session = new ShellSession(folder, blocks, MAX_BLOCK)) {
            PageRun run = new PageRun(page, checkout.relativize(page.path()).toString(), session, devMode.address(), System.out);
            run.run();
            passed += run.passed();
            failed += run.failed();
        }
    }

    /** Deletes a folder with all that is in it; links are deleted, not followed. */
    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
