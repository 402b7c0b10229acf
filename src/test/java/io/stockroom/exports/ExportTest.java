package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxQuirks;
import io.stockroom.local.sandbox.SandboxRoute;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of the sandbox, whose clock the tests advance, read with the SQL of docs/exports.md. */
@Slow
@QuarkusTest
@WithTestResource(ExportSandbox.class)
class ExportTest extends SandboxExports {

    @Test
    void theFirstExportHasEachTransaction() {
        ExportReport report = exporter.export();

        assertEquals(location.movements().size(), report.rows());
        exporter.assertViewEquals(location);
        assertEquals(1, exporter.names().size(), exporter.names()::toString);
    }

    @Test
    void theNextWindowsHaveWhatWasBookedAndChanged() {
        exporter.export();
        clock.move(Duration.ofHours(1));
        book("one");
        change(17, "2.5");
        clock.move(Duration.ofMinutes(10));

        assertEquals(2, exporter.export().rows());
        exporter.assertViewEquals(location);
        clock.move(Duration.ofHours(3));
        assertEquals(2, exporter.export().rows(), "The overlap repeats them");
        exporter.assertViewEquals(location);
        clock.move(Duration.ofHours(3));
        assertEquals(0, exporter.export().rows());
        assertEquals(3, exporter.names().size(), exporter.names()::toString);
    }

    /** The overlap repeats rows, of which the view has the newest version. */
    @Test
    void whatWasChangedTwiceHasItsNewestVersion() {
        exporter.export();
        for (int i = 1; i <= 3; i++) {
            clock.move(Duration.ofMinutes(5));
            change(17, String.valueOf(i));
            change(30 + i, String.valueOf(i));
            clock.move(Duration.ofMinutes(3));
            exporter.export();
            exporter.assertViewEquals(location);
        }
        assertTrue(exporter.files().versions().size() > location.movements().size() + 6);
    }

    /** A change within the margin may not be visible yet: the next window has it. */
    @Test
    void whatChangedWithinTheMarginIsInTheNextWindow() {
        exporter.export();
        clock.move(Duration.ofHours(1));
        book("late");
        clock.move(Duration.ofMinutes(1));
        assertEquals(0, exporter.export().rows());
        clock.move(Duration.ofMinutes(2));

        assertEquals(1, exporter.export().rows());
        exporter.assertViewEquals(location);
    }

    /** What is not known of Altegio: how it reads times without an offset, how many rows it returns, in which order, and when. */
    @ParameterizedTest
    @MethodSource
    void nothingIsMissedWhateverAltegioDoes(SandboxQuirks quirks) {
        server.sandbox().quirks(quirks);
        exporter.settings(ExportSettings.DEFAULT.partRows(300));
        for (int i = 0; i < 5; i++) {
            clock.move(Duration.ofMinutes(150));
            book("booked in round " + i);
            change(i * 100, "3.25");
            exporter.export();
        }
        clock.move(Duration.ofMinutes(150));
        exporter.export();

        exporter.assertViewEquals(location);
    }

    static Stream<SandboxQuirks> nothingIsMissedWhateverAltegioDoes() {
        return Stream.of(SandboxQuirks.NONE, SandboxQuirks.NONE.withIgnoredOffsets(), SandboxQuirks.NONE.withOldestFirst(),
                SandboxQuirks.NONE.maxPageSize(70), SandboxQuirks.NONE.searchLag(Duration.ofMinutes(10)),
                SandboxQuirks.NONE.withIgnoredOffsets().maxPageSize(100).withOldestFirst().searchLag(Duration.ofMinutes(5)));
    }

    @Test
    void aWindowHasSeveralPartsUnderNamesThatFollowFromIt() {
        exporter.settings(ExportSettings.DEFAULT.partRows(1000));
        exporter.export();

        assertEquals(IntStream.rangeClosed(1, location.movements().size() / 1000 + 1).mapToObj(
                part -> "transactions/location_id=4564/date=2026-11-23/start-20261123T095800Z-000" + part + ".ndjson.gz").toList(),
                exporter.names());
        exporter.assertViewEquals(location);
    }

    @Test
    void aPartEndsAtItsSize() {
        exporter.settings(ExportSettings.DEFAULT.partSize(20_000));
        exporter.export();

        assertTrue(exporter.names().size() > 2, exporter.names()::toString);
        exporter.assertViewEquals(location);
    }

    @Test
    void aPastWindowIsExportedAgainUnderTheSameNames() throws IOException {
        exporter.export();
        clock.move(Duration.ofHours(1));
        book("one");
        clock.move(Duration.ofMinutes(10));
        exporter.export();
        List<String> names = exporter.names();
        String lost = names.stream().filter(name -> !name.contains("start")).findFirst().orElseThrow();
        Files.delete(folder.resolve(lost));
        clock.move(Duration.ofHours(5));

        ExportReport report = exporter.runToEnd(Map.of("location_id", 4564, "from", "2026-11-23T09:48:00Z", "to", "2026-11-23T11:08:00Z"));

        assertEquals(1, report.rows());
        assertEquals(names, exporter.names());
        exporter.assertViewEquals(location);
    }

    /** A run may end at any step, before it or after it; the next one goes on, and nothing is doubled or lost. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aRunThatIsKilledAtAnyStepIsFollowedByOneThatGoesOn(boolean isAfter) {
        exporter.settings(ExportSettings.DEFAULT.partRows(700));
        int step = 1;
        while (true) {
            Steps steps = new Steps(step, isAfter);
            try {
                exporter.run(Map.of(), steps);
                break;
            } catch (Steps.Killed e) {
                step++;
            }
            clock.move(Duration.ofMinutes(6));
            change(step, String.valueOf(step));
        }
        assertTrue(step > 12, "There are only " + step + " steps");
        clock.move(Duration.ofMinutes(6));
        exporter.export();
        exporter.assertViewEquals(location);
    }

    @Test
    void aRunLeavesALocationToTheRunThatHasIt() {
        exporter.states().claim(4564, "another run", clock.instant().plus(Duration.ofMinutes(5)));

        ExportReport report = exporter.export();

        assertEquals(List.of(4564L), report.busy());
        assertEquals(List.of(), exporter.names());
        clock.move(Duration.ofMinutes(5));
        assertEquals(List.of(), exporter.export().busy());
        exporter.assertViewEquals(location);
    }

    /** Frozen or slow, it has lost its lease to a run that is writing the same objects. */
    @Test
    void aRunThatHasLostItsLeaseWritesNothingMore() {
        exporter.settings(ExportSettings.DEFAULT.partRows(1000));
        ExportStore store = exporter.store();
        exporter.store(new Puts(store, count -> {
            if (count == 1) {
                clock.move(Duration.ofMinutes(6));
                exporter.states().claim(4564, "another run", clock.instant().plus(Duration.ofMinutes(5)));
            }
        }));

        ExportReport report = exporter.export();

        assertEquals(List.of(4564L), report.busy());
        assertEquals(1, exporter.names().size());
        exporter.store(store);
        clock.move(Duration.ofMinutes(6));
        exporter.export();
        exporter.assertViewEquals(location);
    }

    @Test
    void aLocationThatFailsDoesNotStopTheOthers() {
        exporter.settings(ExportSettings.DEFAULT.locations(4563L, 4564L, 4566L));

        ExportReport report = exporter.export();

        assertEquals(List.of(4563L, 4566L), report.failed());
        assertNull(report.next());
        exporter.assertViewEquals(location);
    }

    /** Each object takes six minutes here, of the fifteen that a run has. */
    @Test
    void whatDoesNotFitIntoARunGoesOnInTheNext() {
        exporter.settings(ExportSettings.DEFAULT.partRows(400).locations(4564L, 4565L));
        exporter.store(new Puts(exporter.store(), count -> clock.move(Duration.ofMinutes(4))));
        List<ExportReport> reports = new ArrayList<>(List.of(exporter.run(Map.of(), Steps.all())));
        while (reports.get(reports.size() - 1).next() != null) {
            reports.add(exporter.run(reports.get(reports.size() - 1).next().event(), Steps.all()));
        }

        assertTrue(reports.size() >= 2, reports::toString);
        assertEquals(List.of(4564L, 4565L), reports.get(0).unfinished());
        assertEquals(List.of(4564L, 4565L), reports.get(0).next().locations());
        assertEquals(location.movements().size(), reports.stream().mapToInt(ExportReport::rows).sum());
        exporter.assertViewEquals(location);
    }

    /** Altegio's limit of a minute may allow the next call only when the time has ended. */
    @Test
    void aRunThatTheRateLimitStopsGoesOnInTheNext() {
        exporter.settings(ExportSettings.DEFAULT.partRows(1000).locations(4564L, 4565L));
        exporter.store(new Puts(exporter.store(), count -> {
            if (count == 1) {
                clock.move(Duration.ofMinutes(15).minusMillis(5_500));
                server.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.TOO_MANY_REQUESTS).on(SandboxRoute.SEARCH).times(50));
            }
        }));

        ExportReport report = exporter.run(Map.of(), Steps.all());

        assertEquals(List.of(), report.failed());
        assertEquals(List.of(4564L, 4565L), report.unfinished());
        assertEquals(List.of(4564L, 4565L), report.next().locations());
        server.sandbox().faults().clear();
        exporter.runToEnd(report.next().event());
        exporter.assertViewEquals(location);
    }

    /** Otherwise it would start itself forever. */
    @Test
    void aRunThatCameNoFurtherDoesNotGoOnAtOnce() {
        exporter.settings(ExportSettings.DEFAULT.locations(4564L, 4565L));
        exporter.store(new Puts(exporter.store(), count -> {
            clock.move(Duration.ofMinutes(16));
            throw new ExportStoreException("S3 responded 503 SlowDown");
        }));

        ExportReport report = exporter.run(Map.of(), Steps.all());

        assertEquals(List.of(4564L, 4565L), report.unfinished());
        assertEquals(List.of(4565L), report.next().locations());
    }

    @ParameterizedTest
    @EnumSource(value = SandboxFault.Kind.class, names = {"ERROR_500", "GARBAGE", "FORBID", "TRUNCATED"})
    void aPageThatFailsIsReadByTheNextRun(SandboxFault.Kind kind) {
        exporter.settings(ExportSettings.DEFAULT.partRows(1000));
        ExportStore store = exporter.store();
        exporter.store(new Puts(store, count -> server.sandbox().faults().add(SandboxFault.of(kind).on(SandboxRoute.SEARCH).times(50))));
        assertEquals(List.of(4564L), exporter.export().failed());
        exporter.store(store);
        server.sandbox().faults().clear();

        exporter.export();

        exporter.assertViewEquals(location);
    }

    private void book(String comment) {
        SandboxOperations.book(server, comment);
    }

    private void change(int index, String amount) {
        long id = location.movements().get(index).id();
        location.change(id, row -> row.with(new BigDecimal(amount), row.line().price().cost(), "changed to " + amount,
                clock.instant()));
    }
}
