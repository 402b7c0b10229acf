package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import io.stockroom.exports.ExportState.KnownIds;
import io.stockroom.exports.ExportState.Look;
import io.stockroom.exports.ExportState.Obsolete;
import io.stockroom.exports.ExportState.WindowProgress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What each place for the states of exports does. */
abstract class ExportStatesContract {

    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final Instant TIME = Instant.parse("2026-11-23T09:58:00Z");
    private static final ExportState FULL = new ExportState(TIME, new WindowProgress(TIME.minusSeconds(60), TIME, 3, "cursor"),
            new KnownIds(2, 25, false), new Look(TIME, 24, 3, 1, "other"), 1, new Obsolete(1, 20, 20, 1));

    protected final MovableClock clock = new MovableClock();
    /** A location of its own for each test. */
    private final long location = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    private ExportStates states;

    protected abstract ExportStates create();

    @BeforeEach
    void createStates() {
        states = create();
    }

    @Test
    void aNewLocationHasTheStateOfABeginning() {
        assertEquals(Optional.of(ExportState.NEW), claim("one"));
    }

    @Test
    void theStateIsTheSameAfterItWasSaved() {
        for (ExportState state : List.of(FULL, ExportState.NEW, FULL.with((Look) null).with((WindowProgress) null).cleaned(),
                FULL.with(new WindowProgress(null, TIME, 1, null)))) {
            claim("one");
            assertTrue(save("one", state));
            states.release(location, "one");
            assertEquals(Optional.of(state), claim("one"));
        }
    }

    @Test
    void oneRunAtATimeHasALocation() {
        claim("one");

        assertEquals(Optional.empty(), claim("two"));
        assertFalse(save("two", FULL));
        assertEquals(Optional.of(ExportState.NEW), states.claim(location == 1 ? 2 : location - 1, "two", clock.instant().plus(LEASE)));
        states.release(location, "two");
        assertEquals(Optional.empty(), claim("two"));
        states.release(location, "one");
        assertEquals(Optional.of(ExportState.NEW), claim("two"));
    }

    /** The client of DynamoDB repeats a call whose response was lost. */
    @Test
    void aRunMayClaimWhatItHas() {
        claim("one");
        assertEquals(Optional.of(ExportState.NEW), claim("one"));
    }

    @Test
    void aClaimEndsUnlessItIsRenewed() {
        claim("one");
        clock.move(Duration.ofMinutes(4));
        save("one", FULL);
        clock.move(Duration.ofMinutes(4));
        assertEquals(Optional.empty(), claim("two"));
        clock.move(Duration.ofMinutes(1));

        assertEquals(Optional.of(FULL), claim("two"));
        assertFalse(save("one", ExportState.NEW));
        states.release(location, "one");
        assertTrue(save("two", FULL));
    }

    @Test
    void chunksOfIdsAreReplacedAndDeleted() {
        String name = location + "#known#1#0";
        assertEquals(IdSet.EMPTY, states.ids(name));
        states.putIds(name, IdSet.of(1, 2));
        states.putIds(name, IdSet.of(3));
        assertEquals(IdSet.of(3), states.ids(name));
        assertEquals(IdSet.EMPTY, states.ids(location + "#known#1#1"));
        states.deleteIds(name);
        states.deleteIds(name);
        assertEquals(IdSet.EMPTY, states.ids(name));
    }

    @Test
    void theLargestChunkFits() {
        IdSet chunk = IdSet.of(ThreadLocalRandom.current().longs(ExportIds.CHUNK_SIZE, 1, Long.MAX_VALUE).toArray());
        states.putIds(location + "#known#1#0", chunk);
        assertEquals(chunk, states.ids(location + "#known#1#0"));
    }

    @Test
    void ofManyRunsThatClaimALocationAtOnceOneHasIt() {
        assertEquals(1, IntStream.range(0, 16).parallel().filter(run -> claim("run " + run).isPresent()).count());
    }

    /** Ids of an hour are added to the last chunk, as long as it has room. */
    @Test
    void addedIdsShareChunks() {
        ExportIds ids = new ExportIds(states);
        KnownIds known = ExportState.NEW.known();
        known = ids.add(location, known, IdSet.of(LongStream.range(0, 45_000).toArray()));
        assertEquals(new KnownIds(0, 3, true), known);
        known = ids.add(location, known, IdSet.of(LongStream.range(45_000, 50_000).toArray()));
        known = ids.add(location, known, IdSet.EMPTY);
        assertEquals(new KnownIds(0, 3, true), known);
        known = ids.add(location, known, IdSet.of(LongStream.range(50_000, 70_000).toArray()));
        assertEquals(new KnownIds(0, 4, true), known);
        known = ids.add(location, new KnownIds(0, 4, false), IdSet.of(70_000));
        assertEquals(new KnownIds(0, 5, true), known);
        assertEquals(IdSet.of(LongStream.rangeClosed(0, 70_000).toArray()), ids.known(location, 0, 0, 5));
    }

    private Optional<ExportState> claim(String owner) {
        return states.claim(location, owner, clock.instant().plus(LEASE));
    }

    private boolean save(String owner, ExportState state) {
        return states.save(location, owner, state, clock.instant().plus(LEASE));
    }
}
