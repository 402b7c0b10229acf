package io.stockroom.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Markdown page: its fenced code blocks, and the lines around them. */
final class Page {

    /** With any indentation, because a fence may be in a list. */
    private static final Pattern FENCE = Pattern.compile("( *)(`{3,}|~{3,}) *([^`]*)");

    private final Path path;
    private final List<String> lines;
    private final List<CodeBlock> blocks = new ArrayList<>();
    private final List<String> prose = new ArrayList<>();

    private Page(Path path, List<String> lines) {
        this.path = path;
        this.lines = lines;
        int next = 0;
        while (next < lines.size()) {
            next = read(next);
        }
    }

    static Page of(Path path, String text) {
        return new Page(path, text.lines().toList());
    }

    static Page read(Path path) throws IOException {
        return of(path, Files.readString(path));
    }

    /** Returns the pages of the documentation that is in a folder: README and the like, and everything in {@code docs}. */
    static List<Page> readAll(Path folder) throws IOException {
        List<Page> pages = new ArrayList<>();
        for (String name : List.of("README.md", "CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md")) {
            pages.add(read(folder.resolve(name)));
        }
        try (Stream<Path> files = Files.walk(folder.resolve("docs"))) {
            for (Path file : files.filter(each -> each.toString().endsWith(".md")).sorted().toList()) {
                pages.add(read(file));
            }
        }
        return pages;
    }

    /** Reads a line, or the block that begins there, and returns the index of the line after it. */
    private int read(int first) {
        Matcher fence = FENCE.matcher(lines.get(first));
        if (!fence.matches()) {
            prose.add(lines.get(first));
            return first + 1;
        }
        int indent = fence.group(1).length();
        String closing = " *" + Pattern.quote(fence.group(2)) + fence.group(2).charAt(0) + "* *";
        StringBuilder text = new StringBuilder();
        prose.add("");
        for (int i = first + 1; i < lines.size(); i++) {
            String line = lines.get(i);
            prose.add("");
            if (line.matches(closing)) {
                List<String> info = Stream.of(fence.group(3).split("\\s+")).filter(word -> !word.isEmpty()).toList();
                blocks.add(new CodeBlock(info, text.toString(), first + 1, i + 1));
                return i + 1;
            }
            text.append(line.substring(Math.min(indent, line.length() - line.stripLeading().length()))).append('\n');
        }
        throw new IllegalArgumentException(path + ":" + (first + 1) + ": the code block has no end");
    }

    Path path() {
        return path;
    }

    List<String> lines() {
        return lines;
    }

    List<CodeBlock> blocks() {
        return blocks;
    }

    /** Returns the lines of the page, with empty ones in place of its code blocks. */
    List<String> prose() {
        return prose;
    }

    /** Returns the section below a heading of the second level, up to the next one. */
    Page section(String title) {
        int first = prose.indexOf("## " + title);
        if (first < 0) {
            throw new IllegalArgumentException(path + " has no section \"" + title + "\"");
        }
        int last = first + 1;
        while (last < lines.size() && !prose.get(last).startsWith("## ")) {
            last++;
        }
        return new Page(path, lines.subList(first, last));
    }

    /** Returns the block that shows what a run block prints, if there is one: only blank lines are between the two. */
    Optional<CodeBlock> outputOf(CodeBlock run) {
        return blocks.stream().filter(block -> block.isOutput() && follows(block, run)).findFirst();
    }

    private boolean follows(CodeBlock block, CodeBlock run) {
        return block.line() > run.lastLine()
                && lines.subList(run.lastLine(), block.line() - 1).stream().allMatch(String::isBlank);
    }
}
