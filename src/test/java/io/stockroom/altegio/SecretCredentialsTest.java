package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.MovableClock;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.UnavailableException;
import io.stockroom.invocation.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretCredentialsTest extends CredentialsStoreContract {

    private static final int MAX_SECRET_BYTES = 65_536;

    private final MovableClock clock = new MovableClock();
    private final Map<String, String> secrets = new HashMap<>(Map.of("one", secret("first")));
    private int readings;
    private final SecretCredentials store = new SecretCredentials(List.of("one"), this::read, clock);

    @Override
    CredentialsStore store(Map<String, Map<String, String>> accounts) {
        return new SecretCredentials(List.of("accounts"), name -> json(accounts), clock);
    }

    @Override
    String errors(Map<String, Map<String, String>> accounts) {
        try {
            SecretAccounts.of(List.of(json(accounts)));
            return "";
        } catch (IllegalStateException e) {
            return e.getMessage();
        }
    }

    @Test
    void isReadWhenFirstNeededAndThenKept() {
        assertEquals(0, readings);

        assertSame(store.accounts(), store.accounts());

        assertEquals(1, readings);
        assertEquals("first", tokenOfNorth());
        assertEquals(Set.of(17L, 18L), store.accounts().get(0).locations());
    }

    @Test
    void isReadAgainAfterAnHour() {
        store.accounts();
        secrets.put("one", secret("second"));
        clock.move(Duration.ofMinutes(59));
        assertEquals("first", tokenOfNorth());

        clock.move(Duration.ofMinutes(1));

        assertEquals("second", tokenOfNorth());
    }

    @Test
    void isReadAgainAfterARejectionButAtMostOnceAMinuteForAnAccount() {
        store.accounts();
        for (int i = 0; i < 5; i++) {
            store.accountsAfterRejection("north");
        }
        assertEquals(2, readings);
        store.accountsAfterRejection("south");
        assertEquals(3, readings);

        clock.move(Duration.ofMinutes(1));
        store.accountsAfterRejection("north");

        assertEquals(4, readings);
    }

    @Test
    void aRotatedTokenIsTakenUpByTheSession() {
        Session session = new Session("north", store, new SharedLogin(new InMemoryTokens(), clock), clock);
        Deadline deadline = Deadline.in(Duration.ofSeconds(5), clock);
        assertEquals("first", session.userToken(null, deadline));
        secrets.put("one", secret("second"));

        assertEquals("second", session.renewed("first", null, deadline));
        assertThrows(CredentialsRejectedException.class, () -> session.renewed("second", null, deadline));
    }

    @Test
    void ifItCannotBeReadAgainTheAccountsAreKept() {
        store.accounts();
        secrets.clear();
        clock.move(Duration.ofHours(2));

        assertEquals("first", tokenOfNorth());
        assertEquals("first", tokenOfNorth());
        assertEquals(2, readings);
    }

    @Test
    void ifItCannotBeReadAtAllNothingIsSent() {
        secrets.clear();

        assertTrue(assertThrows(UnavailableException.class, store::accounts).definitelyNotProcessed());
    }

    @Test
    void severalSecretsAreJoined() {
        secrets.put("two", "{\"user_token\": \"others\", \"accounts\": {\"south\": {\"locations\": \"19\", \"login\": \"me\","
                + " \"password\": \"secret\"}}}");
        SecretCredentials both = new SecretCredentials(List.of("one", "two"), this::read, clock);

        assertEquals(List.of("north", "", "south"), both.accounts().stream().map(AccountCredentials::name).toList());
        assertTrue(both.accounts().stream().allMatch(account -> account.partnerToken().equals("partner")));
    }

    /** Two full secrets, each of the maximum size; all of their accounts have their own locations and tokens. */
    @Test
    void aSecretOfTheMaximumSizeHas300AccountsAndMoreFitIntoOthers() {
        secrets.put("one", fullSecret(1, 300));
        secrets.put("two", fullSecret(301, 600));
        SecretCredentials both = new SecretCredentials(List.of("one", "two"), this::read, clock);

        assertEquals(MAX_SECRET_BYTES, secrets.get("one").length());
        assertEquals(600, both.accounts().stream().map(AccountCredentials::name).distinct().count());
        assertEquals(LongStream.rangeClosed(1, 600).boxed().collect(Collectors.toSet()),
                both.accounts().stream().flatMap(account -> account.locations().stream()).collect(Collectors.toSet()));
        assertEquals(2, readings);
    }

    @Test
    void oneLocationInTwoSecretsIsOneSentence() {
        IllegalStateException failure = assertThrows(IllegalStateException.class,
                () -> SecretAccounts.of(List.of(secret("secret-value"), "{\"accounts\": {\"south\": {\"locations\": [18, 19],"
                        + " \"user_token\": \"secret-value\"}}}")));

        assertEquals("locations of the account north in the secret and locations of the account south in the secret both contain the"
                + " location 18", failure.getMessage());
    }

    @Test
    void oneNameInTwoSecretsIsOneSentence() {
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> SecretAccounts.of(List.of(secret("first"),
                "{\"accounts\": {\"North\": {\"locations\": [19], \"user_token\": \"second\"}}}")));

        assertEquals("locations of the account North in the secret belongs to an account whose name is used twice",
                failure.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"not JSON secret-value", "{\"user_token\": \"secret-value\"}",
            "{\"partner_token\": \"secret-value\"}",
            "{\"partner_token\": \"p\", \"accounts\": {\"north\": {\"user_token\": \"secret-value\"}}}",
            "{\"partner_token\": \"p\", \"accounts\": {\"north\": \"secret-value\"}}"})
    void anInvalidSecretIsNotShown(String secret) {
        IllegalStateException failure = assertThrows(IllegalStateException.class, () -> SecretAccounts.of(List.of(secret)));

        assertFalse(failure.getMessage().contains("secret-value"), failure::getMessage);
    }

    private String read(String name) {
        readings++;
        if (!secrets.containsKey(name)) {
            throw new IllegalStateException("down");
        }
        return secrets.get(name);
    }

    private String tokenOfNorth() {
        return store.accounts().get(0).userToken().orElseThrow();
    }

    private static String secret(String token) {
        return "{\"partner_token\": \"partner\", \"webhook_secrets\": \"x\", \"accounts\": {\"north\": {\"locations\": [17, 18],"
                + " \"user_token\": \"" + token + "\"}}}";
    }

    private static String json(Map<String, Map<String, String>> accounts) {
        Map<String, Object> secret = new HashMap<>(accounts.getOrDefault(AccountCredentials.OTHERS, Map.of()));
        secret.put("partner_token", PARTNER);
        Map<String, Map<String, String>> named = new HashMap<>(accounts);
        named.remove(AccountCredentials.OTHERS);
        secret.put("accounts", named);
        try {
            return new ObjectMapper().writeValueAsString(secret);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns a secret of these accounts that is as long as Secrets Manager allows. */
    private static String fullSecret(int first, int last) {
        String accounts = IntStream.rangeClosed(first, last).mapToObj(number -> "\"salon" + number + "\": {\"locations\": [" + number
                + "], \"user_token\": \"" + "t".repeat(140) + number + "\"}").collect(Collectors.joining(","));
        String start = "{\"partner_token\": \"partner\", \"accounts\": {" + accounts + "}, \"comment\": \"";
        return start + "c".repeat(MAX_SECRET_BYTES - start.length() - 2) + "\"}";
    }
}
