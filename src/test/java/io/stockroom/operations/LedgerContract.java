package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import io.stockroom.operations.Claim.Attempt;
import io.stockroom.operations.Claim.Completed;
import io.stockroom.operations.Claim.Granted;
import io.stockroom.operations.Claim.InProgress;
import io.stockroom.operations.Claim.PayloadMismatch;
import io.stockroom.operations.IdempotencyKey.Source;
import io.stockroom.operations.Ledger.Completion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The behavior of every ledger. */
abstract class LedgerContract {

    static final Duration LEASE = Duration.ofSeconds(30);
    static final Duration TTL = Duration.ofDays(7);

    final MovableClock clock = new MovableClock();
    final IdempotencyKey key = new IdempotencyKey(4564, UUID.randomUUID().toString());
    Ledger ledger;

    abstract Ledger ledger();

    @BeforeEach
    void open() {
        ledger = ledger();
    }

    @Test
    void newKeyIsGranted() {
        assertNull(granted(claim()).earlier());
    }

    @Test
    void keyIsInProgressUntilItsLeaseExpires() {
        Instant lease = clock.instant().plus(LEASE);
        claim();
        clock.move(LEASE.minusMillis(1));

        assertEquals(new InProgress(lease), claim());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"document\":{\"comment\":\"Заказ № 1 🎁\"}}"})
    void completedKeyReturnsItsResponseUnchanged(String response) {
        assertTrue(ledger.complete(granted(claim()), Completions.of(response)));

        assertEquals(new Completed(response), claim());
    }

    @Test
    void keepsResponseOfAThousandLines() {
        String line = "{\"id\":1825602987,\"good\":{\"id\":3001,\"title\":\"Шампоан с лайка\"},\"amount\":-1.25},";
        String response = "[" + line.repeat(1000) + "]";
        ledger.complete(granted(claim()), Completions.of(response));

        assertEquals(new Completed(response), claim());
    }

    @Test
    void rejectsAnotherPayloadInEveryState() {
        Granted granted = granted(claim());
        assertEquals(new PayloadMismatch(null), claim("other"));
        ledger.unknown(granted, clock.instant(), SearchProgress.NONE);
        assertEquals(new PayloadMismatch(null), claim("other"));
        clock.move(LEASE);
        ledger.complete(granted(claim()), Completions.of("done"));
        assertEquals(new PayloadMismatch("done"), claim("other"));
    }

    @Test
    void releasedKeyIsForgotten() {
        assertTrue(ledger.release(granted(claim())));

        assertNull(granted(claim("other")).earlier());
    }

    @Test
    void unknownOutcomeIsGrantedWithItsAttempt() {
        Instant began = clock.instant();
        Granted granted = granted(claim());
        clock.move(Duration.ofSeconds(3));
        assertTrue(ledger.unknown(granted, clock.instant(), SearchProgress.NONE));
        Instant ended = clock.instant();
        clock.move(Duration.ofSeconds(3));

        assertEquals(Attempt.of(began, ended), granted(claim()).earlier());
        assertInstanceOf(InProgress.class, claim());
    }

    @Test
    void expiredLeaseIsGrantedWithTheAttemptThatNeverEnded() {
        Instant began = clock.instant();
        claim();
        clock.move(LEASE);

        assertEquals(Attempt.of(began, began.plus(LEASE)), granted(claim()).earlier());
        clock.move(LEASE);
        assertEquals(Attempt.of(began, began.plus(LEASE).plus(LEASE)), granted(claim()).earlier());
    }

    @Test
    void progressOfTheSearchSurvivesRequestsThatAddNothing() {
        SearchProgress progress = new SearchProgress(clock.instant(), 3, 25, true, false, List.of(1L, 2L), List.of(3L), List.of(4L),
                List.of(),
                clock.instant());
        assertTrue(ledger.unknown(granted(claim()), clock.instant(), progress));

        assertEquals(progress, granted(claim()).earlier().progress());
        clock.move(LEASE);
        assertEquals(progress, granted(claim()).earlier().progress());
    }

    @Test
    void aDocumentIsClaimedByItsKeyUntilTheRecordExpires() {
        IdempotencyKey another = new IdempotencyKey(4564, "another-" + key.value());
        long document = document();
        assertFalse(ledger.isClaimedByAnother(another, document));
        ledger.complete(granted(claim()), new Completion("done", "brief", document));

        assertTrue(ledger.isClaimedByAnother(another, document));
        assertFalse(ledger.isClaimedByAnother(key, document));
        assertFalse(ledger.isClaimedByAnother(new IdempotencyKey(4565, "another"), document));
    }

    @Test
    void keysOfSourcesAreSeparate() {
        ledger.complete(granted(claim()), Completions.of("done"));

        for (Source source : List.of(Source.WEBHOOK, Source.ORDER)) {
            IdempotencyKey other = new IdempotencyKey(4564, source, key.value());
            assertNull(granted(ledger.claim(other, "payload", clock.instant().plus(LEASE))).earlier());
        }
    }

    private static long document() {
        return UUID.randomUUID().getMostSignificantBits() >>> 1;
    }

    @Test
    void ownerCanCompleteAnUnknownOutcome() {
        Granted granted = granted(claim());
        ledger.unknown(granted, clock.instant(), SearchProgress.NONE);

        assertTrue(ledger.complete(granted, Completions.of("found")));
        assertEquals(new Completed("found"), claim());
    }

    @Test
    void formerOwnerChangesNothing() {
        Granted former = granted(claim());
        clock.move(LEASE);
        Granted successor = granted(claim());

        assertNotEquals(former.owner(), successor.owner());
        assertFalse(ledger.complete(former, Completions.of("late")));
        assertFalse(ledger.release(former));
        assertFalse(ledger.unknown(former, clock.instant(), SearchProgress.NONE));
        assertTrue(ledger.complete(successor, Completions.of("done")));
        assertEquals(new Completed("done"), claim());
    }

    @Test
    void completedKeyCannotBeChanged() {
        Granted granted = granted(claim());
        ledger.complete(granted, Completions.of("done"));

        assertFalse(ledger.release(granted));
        assertFalse(ledger.unknown(granted, clock.instant(), SearchProgress.NONE));
        assertEquals(new Completed("done"), claim());
    }

    @Test
    void expiredRecordCountsAsAbsent() {
        ledger.complete(granted(claim()), Completions.of("done"));
        clock.move(TTL);

        assertNull(granted(claim("other")).earlier());
    }

    @Test
    void keysAreScopedByLocation() {
        claim();

        assertInstanceOf(Granted.class, ledger.claim(new IdempotencyKey(4565, key.value()), "payload", clock.instant().plus(LEASE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a b", "#", "4564#x", "\"quoted\"", "\\", "~!@$%^&*()"})
    void keysMayContainAnyPrintableCharacter(String value) {
        IdempotencyKey odd = new IdempotencyKey(4564, value + key.value());
        ledger.complete(granted(ledger.claim(odd, "payload", clock.instant().plus(LEASE))), Completions.of(value));

        assertEquals(new Completed(value), ledger.claim(odd, "payload", clock.instant().plus(LEASE)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "unknown", "expired"})
    void grantsOneOfHundredsOfConcurrentClaims(String state) {
        if (!state.equals("new")) {
            Granted granted = granted(claim());
            clock.move(LEASE);
            if (state.equals("unknown")) {
                ledger.unknown(granted, clock.instant(), SearchProgress.NONE);
            }
        }

        assertEquals(1, ConcurrentCallers.of(300, this::claim).stream().filter(Granted.class::isInstance).count());
    }

    Claim claim() {
        return claim("payload");
    }

    Claim claim(String payload) {
        return ledger.claim(key, payload, clock.instant().plus(LEASE));
    }

    static Granted granted(Claim claim) {
        return assertInstanceOf(Granted.class, claim);
    }
}
