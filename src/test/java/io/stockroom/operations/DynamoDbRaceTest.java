package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import io.stockroom.runtime.LocalTable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Changes between two requests of one claim, and requests that the client sends twice. */
class DynamoDbRaceTest {

    @RegisterExtension
    static final LocalTable TABLE = new LocalTable();

    private final MovableClock clock = new MovableClock();
    private final IdempotencyKey key = new IdempotencyKey(4564, UUID.randomUUID().toString());
    private final Instant leaseUntil = clock.instant().plusSeconds(30);
    private final Ledger ledger = ledger(TABLE.client());

    @Test
    void requestResentAfterLostResponseTakesEffectOnce() {
        Ledger twice = ledger(intercepted((method, arguments) -> {
            method.invoke(TABLE.client(), arguments);
            return method.invoke(TABLE.client(), arguments);
        }));
        Instant began = clock.instant();

        Claim.Granted first = granted(twice);
        assertNull(first.earlier());
        assertTrue(twice.unknown(first, began, SearchProgress.NONE));
        Claim.Granted second = granted(twice);
        assertEquals(Claim.Attempt.of(began, began), second.earlier());
        assertTrue(twice.release(second));
        assertTrue(twice.complete(granted(twice), Completions.of("done")));
        assertEquals(new Claim.Completed("done"), twice.claim(key, "payload", leaseUntil));
    }

    @Test
    void returnsEndOfAttemptThatChangedMeanwhile() {
        Instant began = clock.instant();
        Claim.Granted first = granted(ledger);
        ledger.unknown(first, began, SearchProgress.NONE);

        Claim.Granted second = granted(interrupted(1, () -> ledger.unknown(first, began.plusSeconds(9), SearchProgress.NONE)));

        assertEquals(Claim.Attempt.of(began, began.plusSeconds(9)), second.earlier());
    }

    @Test
    void returnsResponseCompletedMeanwhile() {
        Claim.Granted first = granted(ledger);
        ledger.unknown(first, clock.instant(), SearchProgress.NONE);

        assertEquals(new Claim.Completed("found"),
                interrupted(1, () -> ledger.complete(first, Completions.of("found"))).claim(key, "payload", leaseUntil));
    }

    @Test
    void keyReleasedMeanwhileIsNew() {
        Claim.Granted first = granted(ledger);
        ledger.unknown(first, clock.instant(), SearchProgress.NONE);

        assertNull(granted(interrupted(1, () -> ledger.release(first))).earlier());
    }

    @Test
    void claimGivesUpAfterRepeatedLostRaces() {
        Claim.Granted first = granted(ledger);
        ledger.unknown(first, clock.instant(), SearchProgress.NONE);
        Ledger racing = interrupted(Integer.MAX_VALUE, () -> {
            clock.move(Duration.ofMillis(1));
            ledger.unknown(first, clock.instant(), SearchProgress.NONE);
        });

        assertThrows(LedgerUnavailableException.class, () -> racing.claim(key, "payload", leaseUntil));
    }

    private Claim.Granted granted(Ledger claimed) {
        return assertInstanceOf(Claim.Granted.class, claimed.claim(key, "payload", leaseUntil));
    }

    /** Returns a ledger that another process overtakes this many times before it takes a record over. */
    private Ledger interrupted(int times, Runnable otherProcess) {
        AtomicInteger remaining = new AtomicInteger(times);
        return ledger(intercepted((method, arguments) -> {
            if (method.getName().equals("updateItem") && remaining.getAndDecrement() > 0) {
                otherProcess.run();
            }
            return method.invoke(TABLE.client(), arguments);
        }));
    }

    private Ledger ledger(DynamoDbClient dynamo) {
        return new DynamoDbLedger(dynamo, LocalTable.NAME, Duration.ofDays(7), clock);
    }

    private interface Call {
        Object of(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static DynamoDbClient intercepted(Call call) {
        return (DynamoDbClient) Proxy.newProxyInstance(DynamoDbClient.class.getClassLoader(), new Class<?>[] {DynamoDbClient.class},
                (proxy, method, arguments) -> {
                    try {
                        return call.of(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
