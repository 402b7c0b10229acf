package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import io.stockroom.invocation.Deadline;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** One login for all processes, whatever keeps the sessions. */
public abstract class SharedTokensContract {

    private final AccountCredentials account = account("secret-password");
    private final AtomicInteger logins = new AtomicInteger();
    private final MovableClock clock = new MovableClock();

    protected abstract SharedTokens tokens();

    @Test
    void aFleetThatStartsAtOnceLogsInOnce() {
        assertEquals(List.of("token-1"), fleet(20, null, slowly()));
        assertEquals(1, logins.get());
    }

    @Test
    void aFleetWhoseTokenIsRejectedLogsInOnceMore() {
        String first = login(Clock.systemUTC()).token(account, null, slowly(), soon());

        assertEquals(List.of("token-2"), fleet(20, first, slowly()));
        assertEquals(2, logins.get());
    }

    @Test
    void theRejectedTokenIsNotReturned() {
        String first = login().token(account, null, slowly(), soon());

        assertEquals("token-2", login().token(account, first, slowly(), soon()));
        assertEquals("token-2", login().token(account, first, slowly(), soon()));
        assertEquals("token-2", login().token(account, null, slowly(), soon()));
    }

    /** An instance may be frozen or killed at any time. */
    @Test
    void afterTheDeathOfTheProcessThatLogsInAnotherOneDoes() {
        assertThrows(OutOfMemoryError.class, () -> login().token(account, null, () -> {
            throw new OutOfMemoryError();
        }, soon()));
        assertThrows(TimedOutException.class, () -> login().token(account, null, slowly(), Deadline.in(Duration.ofMillis(10), clock)));
        assertEquals(0, logins.get());

        clock.move(SharedLogin.LEASE);

        assertEquals("token-1", login().token(account, null, slowly(), soon()));
    }

    @Test
    void aRejectedLoginPausesTheWholeFleet() {
        Supplier<String> rejected = () -> {
            logins.incrementAndGet();
            throw new CredentialsRejectedException("Altegio rejected the configured login");
        };
        for (int process = 0; process < 20; process++) {
            CredentialsRejectedException failure = assertThrows(CredentialsRejectedException.class,
                    () -> login().token(account, null, rejected, soon()));
            assertEquals("Altegio rejected the configured login", failure.getMessage());
        }
        assertEquals(1, logins.get());

        clock.move(SharedLogin.PAUSE);

        assertThrows(CredentialsRejectedException.class, () -> login().token(account, null, rejected, soon()));
        assertEquals(2, logins.get());
    }

    @Test
    void anotherPasswordIsTriedDuringThePause() {
        login().pauseAll(account, "Altegio rejected the configured login");
        assertThrows(CredentialsRejectedException.class, () -> login().token(account, null, slowly(), soon()));

        assertEquals("token-1", login().token(account("new-password"), null, slowly(), soon()));
    }

    @Test
    void anOutageOfTheLoginIsNoPause() {
        assertThrows(UnavailableException.class, () -> login().token(account, null, () -> {
            throw new UnavailableException("down", true, null);
        }, soon()));

        assertEquals("token-1", login().token(account, null, slowly(), soon()));
    }

    /** The process may have been frozen after its login; what another one has stored since remains. */
    @Test
    void aProcessThatIsTooLateUsesItsOwnToken() {
        String late = login().token(account, null, () -> {
            clock.move(SharedLogin.LEASE);
            login().token(account, null, slowly(), soon());
            return "late";
        }, soon());

        assertEquals("late", late);
        assertEquals("token-1", login().token(account, null, slowly(), soon()));
    }

    @Test
    void whatIsStoredRevealsNothing() {
        SessionCipher cipher = new SessionCipher(account);
        login().token(account, null, slowly(), soon());

        SharedToken stored = tokens().read(cipher.id());

        assertFalse((stored.token() + cipher.id()).contains("token-1"));
        assertEquals(Optional.of("token-1"), cipher.decrypted(stored.token()));
        assertEquals(Optional.empty(), new SessionCipher(account("new-password")).decrypted(stored.token()));
        assertFalse(cipher.encrypted("token-1").equals(cipher.encrypted("token-1")));
    }

    @Test
    void onlyOneOfTwoChangesSucceeds() {
        SharedToken first = SharedToken.NONE.leased(clock.instant());
        String session = UUID.randomUUID().toString();

        assertTrue(tokens().replace(session, SharedToken.NONE, first));
        assertFalse(tokens().replace(session, SharedToken.NONE, first));
        assertTrue(tokens().replace(session, first, first.renewed("text")));
        assertFalse(tokens().replace(session, first, first.released()));
        assertEquals("text", tokens().read(session).token());
    }

    private List<String> fleet(int size, String rejected, Supplier<String> logIn) {
        ExecutorService processes = Executors.newFixedThreadPool(size);
        try {
            List<CompletableFuture<String>> results = IntStream.range(0, size).mapToObj(process -> CompletableFuture.supplyAsync(
                    () -> login(Clock.systemUTC()).token(account, rejected, logIn, Deadline.in(Duration.ofSeconds(10), Clock.systemUTC())),
                    processes)).toList();
            return results.stream().map(CompletableFuture::join).distinct().toList();
        } finally {
            processes.shutdown();
        }
    }

    private Supplier<String> slowly() {
        return () -> {
            int number = logins.incrementAndGet();
            try {
                Thread.sleep(200);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return "token-" + number;
        };
    }

    private SharedLogin login() {
        return login(clock);
    }

    private SharedLogin login(Clock time) {
        return new SharedLogin(tokens(), time);
    }

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(5), clock);
    }

    /** Each test has a login of its own. */
    private AccountCredentials account(String password) {
        return new AccountCredentials("north", Set.of(17L), "partner", Optional.empty(), Optional.of("me" + System.identityHashCode(this)),
                Optional.of(password));
    }
}
