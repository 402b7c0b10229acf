package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioFailure.BreakerOpen;
import io.stockroom.altegio.AltegioFailure.CredentialsRefused;
import io.stockroom.altegio.AltegioFailure.Limited;
import io.stockroom.altegio.AltegioFailure.NotFound;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import io.stockroom.altegio.AltegioFailure.Unavailable;
import io.stockroom.altegio.AltegioFailure.Unreadable;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BreakerTest {

    private static final AltegioFailure OUTAGE = new Unavailable("Altegio answered 500", false, null);

    private final MovableClock clock = new MovableClock();
    private final Breaker breaker = breaker("60");

    static Stream<AltegioFailure> signsOfLife() {
        return Stream.of(new NotFound("no"), new Limited(Duration.ofSeconds(1)), new Unreadable("it is no JSON"), new CredentialsRefused("no"),
                new TimedOut(false, null).cutShort(), new TimedOut(true, null));
    }

    @Test
    void afterEnoughOutagesItRefusesAndSaysForHowLong() {
        meet(OUTAGE, 10);

        assertEquals(Duration.ofSeconds(10), refusal().retryAfter());
        clock.move(Duration.ofSeconds(4));
        BreakerOpen open = refusal();
        assertEquals(Duration.ofSeconds(6), open.retryAfter());
        assertTrue(open.surelyNotProcessed());
        assertThrows(BreakerOpen.class, breaker::check);
    }

    @Test
    void aTimeOutIsAnOutageToo() {
        meet(new TimedOut(false, null), 10);

        refusal();
    }

    @Test
    void fewOutagesSayNothing() {
        meet(OUTAGE, 9);
        clock.move(Duration.ofSeconds(31));
        meet(OUTAGE, 9);

        succeed(1);
    }

    @Test
    void oneRouteThatFailsWhileAnotherWorksStopsNeither() {
        for (int i = 0; i < 20; i++) {
            meet(OUTAGE, 1);
            succeed(1);
        }
    }

    @ParameterizedTest
    @MethodSource("signsOfLife")
    void anyOtherFailureSaysThatItIsUp(AltegioFailure failure) {
        meet(failure, 30);

        succeed(1);
    }

    @Test
    void afterItsRestOneMayTryAndAllFollow() {
        meet(OUTAGE, 10);
        clock.move(Duration.ofMillis(10_001));
        assertDoesNotThrow(breaker::check);

        breaker.call(() -> {
            assertEquals(Duration.ofSeconds(1), refusal().retryAfter());
            return "while one tries";
        });
        succeed(5);
    }

    @Test
    void aTrialThatFailsIsFollowedByAnotherRest() {
        meet(OUTAGE, 10);
        clock.move(Duration.ofMillis(10_001));
        meet(OUTAGE, 1);

        assertEquals(Duration.ofSeconds(10), refusal().retryAfter());
    }

    @Test
    void aTrialThatWasCutShortIsFollowedByAnother() {
        meet(OUTAGE, 10);
        clock.move(Duration.ofMillis(10_001));
        meet(new TimedOut(false, null).cutShort(), 1);

        succeed(1);
    }

    @Test
    void itCanBeSwitchedOff() {
        Breaker off = breaker("0");
        for (int i = 0; i < 30; i++) {
            assertThrows(Unavailable.class, () -> off.call(() -> {
                throw OUTAGE;
            }));
        }
    }

    private void meet(AltegioFailure failure, int times) {
        for (int i = 0; i < times; i++) {
            assertThrows(failure.getClass(), () -> breaker.call(() -> {
                throw failure;
            }));
        }
    }

    private void succeed(int times) {
        for (int i = 0; i < times; i++) {
            assertEquals("answer", breaker.call(() -> "answer"));
        }
    }

    private BreakerOpen refusal() {
        return assertThrows(BreakerOpen.class, () -> breaker.call(() -> "called"));
    }

    private Breaker breaker(String failures) {
        return new Breaker(AltegioConfigs.quick(Map.of("altegio.breaker.failures", failures)), clock);
    }
}
