package io.stockroom.altegio;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialMaskTest {

    private static final String PARTNER = "pa8rtnerk3y7tok9en2x";
    private static final String USER = "0f1e2d3c4b5a69788796a5b4c3d2e1f0";
    private static final String PASSWORD = "pa ss\"/wörd<1>";

    private final Credentials credentials = of(AltegioConfigs.of(Map.of("altegio.url", "http://localhost",
            "altegio.partner-token", PARTNER, "altegio.user-token", USER, "altegio.login", "me@example.com", "altegio.password",
            PASSWORD)));

    static Stream<String> quotes() {
        String header = "Bearer " + PARTNER + ", User " + USER;
        return Stream.of(header, header.toUpperCase(Locale.ROOT), header.toLowerCase(Locale.ROOT), URLEncoder.encode(header, UTF_8),
                base64(header),
                base64("x" + header), base64("xy" + header), base64("me@example.com:" + PASSWORD), USER, PARTNER, PASSWORD,
                "me@example.com",
                "me%40example.com", URLEncoder.encode(PASSWORD, UTF_8), URLEncoder.encode(PASSWORD, UTF_8).replace("+", "%20"),
                "pa ss\\\"\\/w\\u00f6rd<1>", "pa ss&quot;/wörd&lt;1&gt;", HexFormat.of().formatHex(USER.getBytes(UTF_8)),
                "{\\\"token\\\":\\\"" + USER + "\\\"}", USER.substring(0, 12) + "…", "…" + USER.substring(20), PARTNER.substring(3, 15));
    }

    @ParameterizedTest
    @MethodSource("quotes")
    void leavesNothingOfACredentialInAnyForm(String quote) {
        String masked = credentials.maskedInFailure("Rejected: " + quote + " is invalid");

        assertEquals("Rejected: ", masked.substring(0, 10));
        assertEquals(" is invalid", masked.substring(masked.length() - 11));
        assertTrue(masked.contains("***"));
        for (String secret : List.of(PARTNER, USER, PASSWORD)) {
            CredentialForms.of(secret).forEach(form -> assertFalse(masked.toLowerCase(Locale.ROOT).contains(form.substring(0, 8)), masked));
            CredentialForms.of(secret)
                    .forEach(form -> assertFalse(masked.toLowerCase(Locale.ROOT).contains(form.substring(form.length() - 8)), masked));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
            "Invalid Bearer abc123, User def|Invalid Bearer ***", "bearer a1b2c3|bearer ***",
            "Authorization: Basic dXNlcjpwYXNz1|Authorization: Basic ***",
            "{\"user_token\":\"unknown\"}|{\"user_token\":***}", "{\\\"password\\\":\\\"x y\\\"}|{\\\"password\\\":***}",
            "token=ab12&page=2|token=***&page=2",
            "password: 'x'|password: ***"})
    void masksUnknownValuesThatAreIntroducedAsCredentials(String text, String masked) {
        assertEquals(masked, credentials.maskedInFailure(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No", "Нет доступа", "User not found", "Bearer token is missing", "Wrong password", "The token has expired",
            "Password: must be longer", "Argan shampoo 250 ml (3001)", "+359880005001", "0f1e2d3"})
    void keepsOrdinaryText(String text) {
        assertEquals(text, credentials.maskedInFailure(text));
        assertEquals(text, credentials.maskedInData(text));
    }

    @Test
    void tokensOfRenewedSessionsAreRemembered() {
        for (int i = 1; i <= 10; i++) {
            assertEquals("Bearer " + PARTNER + ", User renewed-token-" + i, credentials.user("renewed-token-" + i));
        }

        assertEquals("old ***, new ***", credentials.maskedInFailure("old renewed-token-1, new renewed-token-10"));
        assertEquals("for ***", credentials.maskedInData("for renewed-token-2"));
    }

    @Test
    void dataIsOnlyFreedOfTokens() {
        assertEquals("Bearer ***, User ***", credentials.maskedInData(credentials.user(USER)));
        assertEquals(PASSWORD + " me@example.com token=ab12", credentials.maskedInData(PASSWORD + " me@example.com token=ab12"));
    }

    @Test
    void shortCredentialsAreMaskedAsWords() {
        Credentials weak = of(AltegioConfigs.of(Map.of("altegio.url", "http://localhost", "altegio.partner-token", "p1",
                "altegio.login", "bob", "altegio.password", "1234")));

        assertEquals("*** *** bobby 12345 p1", weak.maskedInFailure("Bob 1234 bobby 12345 p1"));
    }

    private static Credentials of(AltegioConfig config) {
        return new Credentials(new ConfiguredCredentials(config).accounts().get(0));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
