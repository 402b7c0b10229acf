package io.stockroom.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A Markdown report with charts in the same folder; its tables are aligned for reading in a terminal. */
final class Report {

    private final StringBuilder text = new StringBuilder();
    private final Path folder;

    Report(Path folder) {
        this.folder = folder;
    }

    void title(String title) {
        text.append("# ").append(title).append("\n\n");
    }

    void section(String title) {
        text.append("## ").append(title).append("\n\n");
    }

    void paragraph(String paragraph) {
        text.append(paragraph).append("\n\n");
    }

    /** @param rows each with as many cells as the header; the first cell is the row's label */
    void table(List<String> header, List<List<String>> rows) {
        List<Integer> widths = IntStream.range(0, header.size())
                .map(column -> Stream.concat(Stream.of(header), rows.stream()).mapToInt(row -> row.get(column).length()).max().orElse(0))
                .map(width -> Math.max(width, 2))
                .boxed().toList();
        line(header, widths);
        line(IntStream.range(0, header.size())
                .mapToObj(column -> "-".repeat(widths.get(column) - 1) + (column == 0 ? "-" : ":")).toList(), widths);
        rows.forEach(row -> line(row, widths));
        text.append('\n');
    }

    private void line(List<String> cells, List<Integer> widths) {
        text.append(IntStream.range(0, cells.size()).mapToObj(column -> {
            String space = " ".repeat(widths.get(column) - cells.get(column).length());
            return column == 0 ? cells.get(column) + space : space + cells.get(column);
        }).collect(Collectors.joining(" | ", "| ", " |\n")));
    }

    void chart(String file, Chart chart) {
        write(file, chart.svg());
        text.append("![").append(chart.title()).append("](").append(file).append(")\n\n");
    }

    /** Writes {@code report.md} and returns its text. */
    String write() {
        write("report.md", text.toString());
        return text.toString();
    }

    private void write(String file, String content) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(file), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
