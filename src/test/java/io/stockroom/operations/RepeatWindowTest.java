package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.JumpingClock;
import io.stockroom.MovableClock;
import io.stockroom.operations.CrashingLedger.ProcessCrash;
import io.stockroom.operations.IdempotencyKey.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepeatWindowTest {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final MovableClock clock = new MovableClock();
    private final Ledger ledger = new InMemoryLedger(clock, Duration.ofDays(1));
    private final RepeatWindow window = new RepeatWindow(() -> WINDOW, ledger, clock);

    /** Wherever a window's time begins within a span, its end is in the next one. */
    @ParameterizedTest
    @ValueSource(longs = {0, 1, 150_000, 299_998, 299_999})
    void anIdenticalBodyWithinTheWindowIsARetryOfTheFirst(long offset) {
        moveTo(offset);
        String first = window.key(4564, "shop", "digest");

        clock.move(WINDOW.minusMillis(1));
        assertEquals(first, window.key(4564, "shop", "digest"));
        clock.move(Duration.ofMillis(1));
        assertNotEquals(first, window.key(4564, "shop", "digest"));
    }

    /** Otherwise a program that sells the same good every four minutes would sell it once a day. */
    @Test
    void aRetryDoesNotExtendTheWindow() {
        String first = window.key(4564, "shop", "digest");
        clock.move(Duration.ofMinutes(4));
        assertEquals(first, window.key(4564, "shop", "digest"));
        clock.move(Duration.ofMinutes(4));

        String second = window.key(4564, "shop", "digest");

        assertNotEquals(first, second);
        clock.move(Duration.ofMinutes(4));
        assertEquals(second, window.key(4564, "shop", "digest"));
    }

    @Test
    void othersAreNotRetries() {
        Set<String> keys = new HashSet<>(List.of(window.key(4564, "shop", "digest"), window.key(4565, "shop", "digest"),
                window.key(4564, "till", "digest"), window.key(4564, "shop", "other")));

        assertEquals(4, keys.size());
    }

    @Test
    void withoutAWindowNothingIsARetryAndNothingIsWritten() {
        RepeatWindow none = new RepeatWindow(() -> Duration.ZERO, null, clock);

        assertNotEquals(none.key(4564, "shop", "digest"), none.key(4564, "shop", "digest"));
    }

    /** A caller can't choose a key that is the window's: keys of different sources are never the same. */
    @Test
    void theWindowsRecordsAreNoCallersKeys() {
        assertNotEquals(new IdempotencyKey(4564, "a.1").scope(), new IdempotencyKey(4564, Source.REPEAT, "a.1").scope());
    }

    /** An instance that dies between its writes holds up the others for seconds, not for the window. */
    @Test
    void aRecordOfAnInstanceThatDiedIsTakenOver() {
        int delayed = 0;
        for (int seed = 0; seed < 100; seed++) {
            String digest = "digest " + seed;
            RepeatWindow dying = new RepeatWindow(() -> WINDOW, new CrashingLedger(ledger, seed, 0.2, 0), clock);
            try {
                dying.key(4564, "shop", digest);
            } catch (ProcessCrash crash) {
                delayed += isInProgress(digest) ? 1 : 0;
            }
            clock.move(Duration.ofSeconds(5));
            assertEquals(window.key(4564, "shop", digest), window.key(4564, "shop", digest));
        }
        assertTrue(delayed > 10, "delayed after " + delayed + " crashes");
    }

    private boolean isInProgress(String digest) {
        try {
            window.key(4564, "shop", digest);
            return false;
        } catch (OperationInProgressException e) {
            return true;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {150_000, 299_990})
    void ofRequestsAtTheSameTimeOneIsTheFirst(long offset) {
        JumpingClock running = new JumpingClock();
        running.jump(Duration.ofMillis(Math.floorMod(offset - running.instant().toEpochMilli(), WINDOW.toMillis())));
        RepeatWindow shared = new RepeatWindow(() -> WINDOW, new InMemoryLedger(running, Duration.ofDays(1)), running);
        Set<String> keys = ConcurrentHashMap.newKeySet();
        ExecutorService callers = Executors.newFixedThreadPool(16);

        List<CompletableFuture<Void>> calls = IntStream.range(0, 200)
                .mapToObj(i -> CompletableFuture.runAsync(() -> keys.add(key(shared)), callers)).toList();
        calls.forEach(CompletableFuture::join);
        callers.shutdown();

        assertEquals(1, keys.size());
    }

    private static String key(RepeatWindow shared) {
        while (true) {
            try {
                return shared.key(4564, "shop", "digest");
            } catch (OperationInProgressException e) {
                Thread.onSpinWait();
            }
        }
    }

    private void moveTo(long offsetInSpan) {
        Instant now = clock.instant();
        clock.move(Duration.ofMillis(Math.floorMod(offsetInSpan - now.toEpochMilli(), WINDOW.toMillis())));
    }
}
