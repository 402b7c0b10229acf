package io.stockroom.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.invocation.Caller;
import io.stockroom.invocation.Right;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UserTokensTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant END = Instant.parse("2026-12-26T12:00:00Z");
    private static final Caller SHOP = new Caller("shop", Set.of(4564L), Set.of(Right.READ));

    private final UserTokens tokens = tokens("key", "login", "password");
    private final String token = tokens.endingAt(END);

    @Test
    void aTokenIsValidUntilItsEnd() {
        assertTrue(tokens.accept(token, NOW));
        assertTrue(tokens.accept(token, END.minusMillis(1)));
        assertFalse(tokens.accept(token, END));
        assertFalse(tokens.accept(token, END.plusSeconds(1_000_000_000)));
    }

    @Test
    void aTokenFitsWhereAltegiosFits() {
        assertTrue(token.matches("[A-Za-z0-9_-]{28}"), token);
    }

    /** The same for every instance, because it depends on nothing but the configuration: no instance keeps it. */
    @Test
    void anotherInstanceAcceptsTheToken() {
        assertTrue(tokens("key", "login", "password").accept(token, NOW));
    }

    @ParameterizedTest
    @CsvSource({"key2,login,password", "key,login2,password", "key,login,password2", "keyl,ogin,password"})
    void aTokenEndsWhenTheCallersSecretsChange(String key, String login, String password) {
        assertFalse(tokens(key, login, password).accept(token, NOW));
    }

    @Test
    void everyChangedBitInvalidatesTheToken() {
        byte[] bytes = Base64.getUrlDecoder().decode(token);
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] changed = bytes.clone();
            changed[bit / 8] ^= 1 << bit % 8;
            assertFalse(tokens.accept(Base64.getUrlEncoder().encodeToString(changed), NOW), "bit " + bit);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "undefined", "not base64!", "AAAA", "wec23fh8cDfFV4432fc352456"})
    void otherTextsAreNoTokens(String text) {
        assertFalse(tokens.accept(text, NOW));
        assertFalse(tokens.accept(token + text + "A", NOW));
    }

    @Test
    void aCallerThatCannotLogInHasNoTokens() {
        UserTokens none = CallerKey.of(SHOP, "key", null, null).tokens();

        assertFalse(none.accept(token, NOW));
        assertFalse(none.accept("AAAAAAAAAAAAAAAAAAAAAAAAAAAA", Instant.EPOCH.minusSeconds(1)));
    }

    @Test
    void differentEndsHaveDifferentSignatures() {
        assertNotEquals(token.substring(7), tokens.endingAt(END.plusSeconds(1)).substring(7));
        assertEquals(token, tokens.endingAt(END.plusMillis(999)));
    }

    private static UserTokens tokens(String key, String login, String password) {
        return CallerKey.of(SHOP, key, login, password).tokens();
    }
}
