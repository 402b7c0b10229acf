package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.Movement;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxQuirks;
import io.stockroom.local.sandbox.SandboxRoute;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How deleted transactions are found, and what keeps those that exist from being taken for deleted. */
@Slow
@QuarkusTest
@WithTestResource(ExportSandbox.class)
class ComparisonTest extends SandboxExports {

    private static final int ROWS = 600;

    @BeforeEach
    void export() {
        location.movements().stream().skip(ROWS).forEach(movement -> location.delete(movement.id()));
        exporter.settings(ExportSettings.DEFAULT.partRows(150));
        exporter.export();
        clock.move(Duration.ofHours(1));
    }

    @Test
    void whatTwoComparisonsDidNotFindIsDeleted() {
        delete(0, 1, 300, 450);

        assertEquals(0, compare().deleted());
        assertTrue(exporter.files().transactions(4564).size() == location.movements().size() + 4);

        assertEquals(4, compare().deleted());
        exporter.assertViewEquals(location);
        assertEquals(0, compare().deleted());
        exporter.assertViewEquals(location);
    }

    /** A search can miss a row, for example while others are deleted: a second look must agree. */
    @Test
    void whatOnlyOneComparisonDidNotFindIsNotDeleted() {
        Movement hidden = location.movements().get(40);
        location.delete(hidden.id());
        assertEquals(0, compare().deleted());
        location.restore(hidden);

        assertEquals(0, compare().deleted());
        exporter.assertViewEquals(location);
        location.delete(hidden.id());
        assertEquals(0, compare().deleted());
        assertEquals(1, compare().deleted());
        exporter.assertViewEquals(location);
    }

    @Test
    void aRowThatComesBackIsExportedAgain() {
        Movement restored = location.movements().get(40);
        location.delete(restored.id());
        compare();
        compare();
        location.restore(restored);

        assertEquals(1, compare().rows());
        exporter.assertViewEquals(location);
    }

    @Test
    void ifTooMuchIsMissingTheComparisonDoesNotCount() {
        int count = location.movements().size() / 10 + 1;
        for (int i = 0; i < count; i++) {
            delete(0);
        }
        for (int i = 0; i < 3; i++) {
            ExportReport report = compare();
            assertEquals(1, report.rejectedComparisons());
            assertEquals(0, report.deleted());
        }
        assertEquals(location.movements().size() + count, exporter.files().transactions(4564).size());

        exporter.settings(ExportSettings.DEFAULT.maxMissingShare("0.2"));
        compare();
        assertEquals(count, compare().deleted());
        exporter.assertViewEquals(location);
    }

    @Test
    void anEmptyResponseNeverCounts() {
        exporter.settings(ExportSettings.DEFAULT.maxMissingShare("1"));
        List<Movement> all = location.movements();
        all.forEach(movement -> location.delete(movement.id()));
        assertEquals(1, compare().rejectedComparisons());
        assertEquals(1, compare().rejectedComparisons());
        all.forEach(location::restore);

        assertEquals(0, compare().deleted());
        exporter.assertViewEquals(location);
    }

    /** The rows before the page that failed were seen, those after it were not. */
    @Test
    void ifAPageFailsTheComparisonDoesNotCount() {
        delete(5);
        for (int i = 0; i < 3; i++) {
            exporter.states(new Saves(exporter.states(), count -> {
                if (count == 3) {
                    server.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.ERROR_500).on(SandboxRoute.SEARCH).times(50));
                }
            }));
            ExportReport report = compare();
            assertEquals(List.of(4564L), report.failed());
            assertEquals(0, report.deleted());
            server.sandbox().faults().clear();
        }
        assertEquals(0, compare().deleted());
        assertEquals(1, compare().deleted());
        exporter.assertViewEquals(location);
    }

    /** An Altegio whose search by the time of the change misses rows would otherwise leave them out forever. */
    @Test
    void rowsThatNoWindowContainedAreExported() {
        Movement missed = location.movements().get(30);
        location.delete(missed.id());
        Exporter another = new Exporter(transactions, mapper, clock, folder.resolve("another"), new InMemoryExportStates(clock));
        another.export();
        location.restore(missed);
        clock.move(Duration.ofHours(1));
        assertEquals(0, another.export().rows());

        assertEquals(1, another.compare().rows());
        another.assertViewEquals(location);
        assertTrue(another.names().stream().anyMatch(name -> name.contains("/found-")), another.names()::toString);
        clock.move(Duration.ofHours(1));
        assertEquals(0, another.compare().rows());
    }

    /** What is exported between two runs of a comparison is not missing from it, and is known to the next one. */
    @Test
    void windowsAreExportedBetweenTheRunsOfAComparison() {
        exporter.states(new Saves(exporter.states(), count -> clock.move(Duration.ofMinutes(5))));
        ExportReport report = exporter.run(Map.of("task", "compare"), Steps.all());
        assertEquals(List.of(4564L), report.unfinished());
        Movement late = location.movements().get(0);
        location.change(late.id(), row -> row.with(new BigDecimal("7.5"), row.line().price().cost(), "late", clock.instant()));
        clock.move(Duration.ofHours(1));
        exporter.run(Map.of(), Steps.all());
        exporter.runToEnd(Map.of("task", "compare"));
        location.delete(late.id());

        assertEquals(0, compare().deleted());
        assertEquals(1, compare().deleted());
        exporter.assertViewEquals(location);
    }

    /** What it has seen counts: only a page that could not be read makes it begin anew. */
    @Test
    void aComparisonThatTheRateLimitStopsGoesOnInTheNextRun() {
        delete(3, 400);
        compare();
        clock.move(Duration.ofHours(1));
        ExportStates states = exporter.states();
        exporter.states(new Saves(states, count -> {
            // The second is that of the first part.
            if (count == 2) {
                clock.move(Duration.ofMinutes(15).minusMillis(5_500));
                server.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.TOO_MANY_REQUESTS).on(SandboxRoute.SEARCH).times(50));
            }
        }));

        ExportReport report = exporter.run(Map.of("task", "compare"), Steps.all());

        assertEquals(List.of(), report.failed());
        assertEquals(List.of(4564L), report.next().locations());
        server.sandbox().faults().clear();
        exporter.states(states);
        assertEquals(2, exporter.runToEnd(report.next().event()).deleted());
        exporter.assertViewEquals(location);
    }

    @ParameterizedTest
    @ValueSource(ints = {1000, 70})
    void itTakesAsManyRunsAsItNeeds(int pageSize) {
        server.sandbox().quirks(SandboxQuirks.NONE.maxPageSize(pageSize));
        delete(3, 400);
        for (int look = 0; look < 2; look++) {
            exporter.states(new Saves(exporter.states(), count -> clock.move(Duration.ofMinutes(4))));
            clock.move(Duration.ofHours(1));
            ExportReport report = exporter.run(Map.of("task", "compare"), Steps.all());
            assertEquals(List.of(4564L), report.next().locations());
            exporter.runToEnd(report.next().event());
        }
        exporter.assertViewEquals(location);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aComparisonThatIsKilledAtAnyStepIsFollowedByOneThatGoesOn(boolean isAfter) {
        delete(0, 250, 500);
        compare();
        int step = 1;
        while (true) {
            Steps steps = new Steps(step, isAfter);
            try {
                exporter.run(Map.of("task", "compare"), steps);
                break;
            } catch (Steps.Killed e) {
                step++;
            }
            clock.move(Duration.ofMinutes(6));
        }
        assertTrue(step > 15, "There are only " + step + " steps");
        clock.move(Duration.ofMinutes(6));
        compare();
        exporter.assertViewEquals(location);
    }

    private ExportReport compare() {
        clock.move(Duration.ofHours(1));
        return exporter.compare();
    }

    /** Deletes transactions by their places, counted from the newest, each in what the others have left. */
    private void delete(int... indexes) {
        for (int index : indexes) {
            assertTrue(location.delete(location.movements().get(index).id()));
        }
    }
}
