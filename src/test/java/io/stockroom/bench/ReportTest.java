package io.stockroom.bench;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ReportTest {

    @TempDir
    Path folder;

    @Test
    void alignsTablesAndWritesChartsToTheSameFolder() throws IOException {
        Report report = new Report(folder.resolve("bench"));
        report.title("Benchmark");
        report.table(List.of("", "Stockroom", "Python"),
                List.of(List.of("start, ms", "21.3", "5"), List.of("p50", "4", "10.25")));
        report.chart("start.svg", chart());

        String expected = """
                # Benchmark

                |           | Stockroom | Python |
                | --------- | --------: | -----: |
                | start, ms |      21.3 |      5 |
                | p50       |         4 |  10.25 |

                ![Start <quick> & warm](start.svg)

                """;
        assertEquals(expected, report.write());
        assertEquals(expected, Files.readString(folder.resolve("bench/report.md")));
        assertEquals(chart().svg(), Files.readString(folder.resolve("bench/start.svg")));
    }

    @Test
    void chartIsWellFormedAndHasABarForEachValue() throws Exception {
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(chart().svg())));

        // The background, two in the legend, three bars.
        assertEquals(6, svg.getElementsByTagName("rect").getLength());
        assertEquals(3, svg.getElementsByTagName("line").getLength());
        assertThat(chart().svg(), containsString("prefers-color-scheme: dark"));
    }

    @Test
    void cutsAndMarksABarMuchLongerThanTheOthers() {
        Statistics usual = new Statistics(20, 19, 21);
        Chart chart = new Chart("Start", "ms", List.of("HTTP"), List.of(new Chart.Group("a", List.of(usual)),
                new Chart.Group("b", List.of(usual)), new Chart.Group("c", List.of(new Statistics(2000, 1900, 2100)))));

        assertThat(chart.svg(), containsString("2000 ⇥"));
    }

    private static Chart chart() {
        Statistics value = new Statistics(20, 18, 25);
        return new Chart("Start <quick> & warm", "ms", List.of("HTTP", "HTTPS"), List.of(
                new Chart.Group("Stockroom", List.of(value, value)), new Chart.Group("hello", Arrays.asList(value, null))));
    }
}
