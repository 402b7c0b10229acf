package io.stockroom.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

    @ParameterizedTest
    @CsvSource({"0,1", "25,2", "50,3", "75,4", "100,5", "90,4.6"})
    void interpolatesPercentilesLinearly(double percent, double expected) {
        assertEquals(expected, Statistics.percentile(new double[] {5, 3, 1, 4, 2}, percent), 1e-9);
    }

    @Test
    void rejectsPercentileOfNoValues() {
        assertThrows(IllegalArgumentException.class, () -> Statistics.percentile(new double[0], 50));
    }

    @Test
    void outlierDoesNotChangeMedianOrQuartiles() {
        assertEquals(Statistics.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)), Statistics.of(List.of(1.0, 2.0, 3.0, 4.0, 5000.0)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"12.345 | 12.35 (11.00–13.00)", "123.45 | 123 (11–13)"})
    void largeValuesHaveNoDecimals(double median, String text) {
        assertEquals(text, new Statistics(median, 11, 13).text(2));
    }

    @Test
    void ratioComparesValuesOfTheSameRound() {
        Contender ours = new Contender("ours", null, true, 0, 0);
        Contender theirs = new Contender("theirs", null, true, 0, 0);
        InstanceRuns runs = new InstanceRuns();
        // The machine was ten times slower in the second round, for both.
        for (double slowness : new double[] {1, 10, 1}) {
            runs.add(ours, new InstanceRun(Map.of(Measure.FIRST_POLL, 20 * slowness)));
            runs.add(theirs, new InstanceRun(Map.of(Measure.FIRST_POLL, 60 * slowness)));
        }

        assertEquals(new Statistics(3, 3, 3), runs.ratio(theirs, Measure.FIRST_POLL).orElseThrow());
        assertEquals(new Statistics(20, 20, 110), runs.of(ours, Measure.FIRST_POLL));
    }

    @Test
    void ratioToANegativeValueIsAbsent() {
        Contender ours = new Contender("ours", null, true, 0, 0);
        InstanceRuns runs = new InstanceRuns();
        runs.add(ours, new InstanceRun(Map.of(Measure.WARM_P50, -0.1)));

        assertEquals("–", runs.ratio(ours, Measure.WARM_P50).map(ratio -> ratio.text(2)).orElse("–"));
    }
}
