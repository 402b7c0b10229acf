package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import io.stockroom.invocation.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SessionTest {

    private final Map<String, String> values = new HashMap<>(Map.of("altegio.url", "http://localhost", "altegio.partner-token", "partner",
            "altegio.login", "me", "altegio.password", "secret-password"));
    private final AtomicInteger logins = new AtomicInteger();
    private final Function<Login, Envelope> altegio = login -> user(Map.of("user_token", "token-" + logins.incrementAndGet()));
    private final MovableClock clock = new MovableClock();
    private final Deadline deadline = Deadline.in(Duration.ofDays(1), clock);

    @Test
    void oneLoginLastsForTheLifeOfTheProcess() {
        Session session = session();

        assertEquals("token-1", session.userToken(altegio, deadline));
        assertEquals("token-1", session.userToken(altegio, deadline));
    }

    @Test
    void configuredTokenIsUsedAndRenewedByTheLogin() {
        values.put("altegio.user-token", "configured");
        Session session = session();

        assertEquals("configured", session.userToken(altegio, deadline));
        assertEquals("token-1", session.renewed("configured", altegio, deadline));
        assertEquals("token-1", session.userToken(altegio, deadline));
    }

    @Test
    void concurrentlyRejectedCallersShareOneLogin() {
        Session session = session();
        String rejected = session.userToken(altegio, deadline);

        List<String> renewed = IntStream.range(0, 50).parallel().mapToObj(caller -> session.renewed(rejected, altegio, deadline)).distinct()
                .toList();

        assertEquals(List.of("token-2"), renewed);
        assertEquals(2, logins.get());
    }

    @Test
    void rejectedTokenIsKeptWithoutALogin() {
        values.keySet().removeAll(List.of("altegio.login", "altegio.password"));
        values.put("altegio.user-token", "configured");
        Session session = session();

        assertThrows(CredentialsRejectedException.class, () -> session.renewed("configured", altegio, deadline));
        assertEquals("configured", session.userToken(altegio, deadline));
    }

    @Test
    void configuredTokenIsKeptWhenTheLoginIsRejected() {
        values.put("altegio.user-token", "configured");
        Session session = session();

        assertThrows(CredentialsRejectedException.class, () -> session.renewed("configured", login -> {
            throw new CredentialsRejectedException("no");
        }, deadline));
        assertEquals("configured", session.userToken(altegio, deadline));
    }

    @Test
    void rejectedNewTokenPausesLogins() {
        Session session = session();
        String newToken = session.userToken(altegio, deadline);
        session.rejectedAfterRenewal();

        assertThrows(CredentialsRejectedException.class, () -> session.renewed(newToken, altegio, deadline));
        assertEquals(1, logins.get());
        clock.move(Duration.ofMinutes(2));
        assertEquals("token-2", session.renewed(newToken, altegio, deadline));
    }

    @Test
    void reportsTwoFactorAuthenticationAndPausesLogins() {
        Session session = session();
        AtomicInteger challenges = new AtomicInteger();
        Function<Login, Envelope> challenge = login -> {
            challenges.incrementAndGet();
            return user(Map.of("uuid", "5e0f"));
        };

        CredentialsRejectedException rejected = assertThrows(CredentialsRejectedException.class,
                () -> session.userToken(challenge, deadline));
        assertThrows(CredentialsRejectedException.class, () -> session.userToken(challenge, deadline));

        assertTrue(rejected.getMessage().contains("two-factor") && rejected.getMessage().contains("configure a user token"));
        assertEquals(1, challenges.get());
        clock.move(Duration.ofMinutes(6));
        assertEquals("token-1", session.userToken(altegio, deadline));
    }

    @Test
    void rejectedPasswordIsReportedAsRejectedCredentialsAndNotShown() {
        CredentialsRejectedException rejected = assertThrows(CredentialsRejectedException.class, () -> session().userToken(login -> {
            throw AltegioExceptionMapper.from(new Envelope(false, null, Map.of("message", "Wrong password"), null));
        }, deadline));

        assertFalse(rejected.getMessage().contains("secret"));
        assertFalse(new Login("me", "secret-password").toString().contains("secret"));
    }

    @Test
    void outageAtTheLoginIsReportedAsOutage() {
        assertThrows(UnavailableException.class, () -> session().userToken(login -> {
            throw new UnavailableException("down", true, null);
        }, deadline));
        assertEquals("token-1", session().userToken(altegio, deadline));
    }

    private static Envelope user(Map<String, String> data) {
        return new Envelope(true, data, List.of(), null);
    }

    private Session session() {
        return new Session(AccountCredentials.OTHERS, new ConfiguredCredentials(AltegioConfigs.of(values)),
                new SharedLogin(new InMemoryTokens(), clock), clock);
    }
}
