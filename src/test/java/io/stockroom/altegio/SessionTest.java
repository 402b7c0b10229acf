package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioFailure.CredentialsRefused;
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
    private final AtomicInteger logIns = new AtomicInteger();
    private final Function<Login, Envelope> altegio = login -> user(Map.of("user_token", "token-" + logIns.incrementAndGet()));
    private final MovableClock clock = new MovableClock();

    @Test
    void oneLogInLastsForTheLifeOfTheProcess() {
        Session session = session();

        assertEquals("token-1", session.userToken(altegio));
        assertEquals("token-1", session.userToken(altegio));
    }

    @Test
    void aConfiguredTokenIsUsedAndRenewedByTheLogin() {
        values.put("altegio.user-token", "configured");
        Session session = session();

        assertEquals("configured", session.userToken(altegio));
        assertEquals("token-1", session.renewed("configured", altegio));
        assertEquals("token-1", session.userToken(altegio));
    }

    @Test
    void callersThatAreRefusedTogetherShareOneLogIn() {
        Session session = session();
        String refused = session.userToken(altegio);

        List<String> renewed = IntStream.range(0, 50).parallel().mapToObj(caller -> session.renewed(refused, altegio)).distinct().toList();

        assertEquals(List.of("token-2"), renewed);
        assertEquals(2, logIns.get());
    }

    @Test
    void aTokenWithoutALoginStaysAsItIsWhenRefused() {
        values.keySet().removeAll(List.of("altegio.login", "altegio.password"));
        values.put("altegio.user-token", "configured");
        Session session = session();

        assertThrows(CredentialsRefused.class, () -> session.renewed("configured", altegio));
        assertEquals("configured", session.userToken(altegio));
    }

    @Test
    void aConfiguredTokenOutlivesALogInThatIsRefused() {
        values.put("altegio.user-token", "configured");
        Session session = session();

        assertThrows(CredentialsRefused.class, () -> session.renewed("configured", login -> {
            throw new CredentialsRefused("no");
        }));
        assertEquals("configured", session.userToken(altegio));
    }

    @Test
    void aFreshTokenThatIsRefusedEndsTheLogInsForAWhile() {
        Session session = session();
        String fresh = session.userToken(altegio);
        session.refusedAfresh();

        assertThrows(CredentialsRefused.class, () -> session.renewed(fresh, altegio));
        assertEquals(1, logIns.get());
        clock.move(Duration.ofMinutes(2));
        assertEquals("token-2", session.renewed(fresh, altegio));
    }

    @Test
    void aSecondFactorIsAClearErrorAndIsNotAskedForAgainAndAgain() {
        Session session = session();
        AtomicInteger challenges = new AtomicInteger();
        Function<Login, Envelope> challenge = login -> {
            challenges.incrementAndGet();
            return user(Map.of("uuid", "5e0f"));
        };

        CredentialsRefused refused = assertThrows(CredentialsRefused.class, () -> session.userToken(challenge));
        assertThrows(CredentialsRefused.class, () -> session.userToken(challenge));

        assertTrue(refused.getMessage().contains("second factor") && refused.getMessage().contains("configure a user token"));
        assertEquals(1, challenges.get());
        clock.move(Duration.ofMinutes(6));
        assertEquals("token-1", session.userToken(altegio));
    }

    @Test
    void aRefusedPasswordIsOurFaultAndIsNotShown() {
        CredentialsRefused refused = assertThrows(CredentialsRefused.class, () -> session().userToken(login -> {
            throw Failures.refused(new Envelope(false, null, Map.of("message", "Wrong password"), null));
        }));

        assertFalse(refused.getMessage().contains("secret"));
        assertFalse(new Login("me", "secret-password").toString().contains("secret"));
    }

    @Test
    void anOutageAtTheLogInIsAnOutage() {
        assertThrows(AltegioFailure.Unavailable.class, () -> session().userToken(login -> {
            throw new AltegioFailure.Unavailable("down", true, null);
        }));
        assertEquals("token-1", session().userToken(altegio));
    }

    private static Envelope user(Map<String, String> data) {
        return new Envelope(true, data, List.of(), null);
    }

    private Session session() {
        return new Session(AltegioConfigs.of(values), clock);
    }
}
