package io.stockroom.altegio;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.NoAccountException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several accounts: each location is read and booked with its own. */
@QuarkusTest
@WithTestResource(WireMockResource.class)
class AccountsTest extends WireMockAltegio {

    private static final Map<String, String> TWO = Map.of("altegio.accounts.north.locations", "17, 18",
            "altegio.accounts.north.user-token", "north-token", "altegio.accounts.south.locations", "19",
            "altegio.accounts.south.login", "south@example.com", "altegio.accounts.south.password", "south-password");

    @BeforeEach
    void respond() {
        wireMock.stubFor(any(anyUrl()).willReturn(okJson(json("{'success': true, 'data': [], 'meta': []}"))));
        acceptLogin("south@example.com", "south-1");
        acceptLogin("sandbox@example.com", "others-1");
    }

    @Test
    void eachLocationUsesItsAccountAndAllOthersTheOneWithoutLocations() {
        Altegio altegio = altegio(TWO);

        List.of(17L, 18L, 19L, 20L).forEach(location -> altegio.storages(location, inTime()));

        Map.of(17, "north-token", 18, "north-token", 19, "south-1", 20, "others-1").forEach(this::verifyToken);
        wireMock.verify(2, postRequestedFor(urlEqualTo("/api/v1/auth")));
    }

    @Test
    void aLocationWithoutAnAccountIsNeitherReadNorBooked() {
        Altegio altegio = altegio(withoutOthers());

        assertThrows(NoAccountException.class, () -> altegio.storages(20, inTime()));
        NoAccountException failure = assertThrows(NoAccountException.class, () -> altegio.book(20, Map.of(), inTime()));

        assertEquals(403, failure.problem().status());
        assertTrue(failure.definitelyNotProcessed());
        wireMock.verify(0, getRequestedFor(anyUrl()));
        wireMock.verify(0, postRequestedFor(anyUrl()));
    }

    @Test
    void allowListAndAccountsTogetherLimitTheLocations() {
        Map<String, String> settings = new HashMap<>(withoutOthers());
        settings.put("altegio.locations", "17,20");
        LocationAllowList locations = new LocationAllowList(AltegioConfigs.of(settings));

        assertTrue(locations.allows(17));
        assertFalse(locations.allows(18));
        assertFalse(locations.allows(20));
        assertThrows(NoAccountException.class, () -> locations.check(20));
    }

    /** The rejected login of one account pauses its own logins. */
    @Test
    void anAccountWhoseLoginIsRejectedDoesNotAffectAnother() {
        wireMock.stubFor(post("/api/v1/auth").withRequestBody(matching(".*south.*")).willReturn(status(401)));
        Altegio altegio = altegio(TWO);

        for (int i = 0; i < 3; i++) {
            CredentialsRejectedException failure = assertThrows(CredentialsRejectedException.class, () -> altegio.storages(19, inTime()));
            assertEquals("Altegio rejected the configured login of the account south", failure.getMessage());
            altegio.storages(20, inTime());
        }
        wireMock.verify(2, postRequestedFor(urlEqualTo("/api/v1/auth")));
    }

    @Test
    void aSlowLoginDelaysNoOtherAccount() throws Exception {
        wireMock.stubFor(post("/api/v1/auth").withRequestBody(matching(".*south.*")).willReturn(
                okJson(json("{'success': true, 'data': {'user_token': 'south-1'}, 'meta': []}")).withFixedDelay(1_500)));
        Altegio altegio = altegio(TWO);

        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> altegio.storages(19, inTime()));
        while (wireMock.findAll(postRequestedFor(urlEqualTo("/api/v1/auth"))).isEmpty()) {
            Thread.sleep(10);
        }
        altegio.storages(17, inTime());

        assertFalse(slow.isDone());
        slow.get(5, TimeUnit.SECONDS);
    }

    @Test
    void aTokenOfAnyAccountIsMaskedInItsOwnResponses() {
        wireMock.stubFor(any(urlEqualTo("/api/v1/storages/17")).willReturn(status(403).withBody(
                json("{'success': false, 'data': null, 'meta': {'message': 'User north-token may not'}}"))));

        AltegioException failure = assertThrows(AltegioException.class, () -> altegio(TWO).storages(17, inTime()));

        assertFalse(failure.getMessage().contains("north-token"), failure::getMessage);
    }

    /** The login would be rejected with the partner token of before, and no other would be tried for a minute. */
    @ParameterizedTest
    @ValueSource(strings = {"'user_token': 'south-2'", "'login': 'south@example.com', 'password': 'south-password'"})
    void anotherPartnerTokenThatIsReadAfterARejectionIsSentAtOnce(String renewal) {
        acceptLogin("south@example.com", "south-2");
        AtomicReference<String> secret = new AtomicReference<>(json("{'partner_token': 'partner-1', 'user_token': 'south-1'}"));
        Altegio altegio = AltegioConfigs.altegio(readApi, writeApi, AltegioConfigs.quick(Map.of()),
                new SecretCredentials(List.of("one"), name -> secret.get(), clock), new InMemoryTokens(), clock);
        altegio.storages(17, inTime());
        wireMock.stubFor(any(anyUrl()).atPriority(1).withHeader("Authorization", matching(".*partner-1.*")).willReturn(status(401)));
        secret.set(json("{'partner_token': 'partner-2', " + renewal + "}"));

        altegio.storages(17, inTime());

        wireMock.verify(getRequestedFor(urlEqualTo("/api/v1/storages/17")).withHeader("Authorization",
                equalTo("Bearer partner-2, User south-2")));
    }

    private static Map<String, String> withoutOthers() {
        Map<String, String> settings = new HashMap<>(TWO);
        settings.putAll(Map.of("altegio.login", "", "altegio.password", "", "altegio.url", "http://localhost"));
        return settings;
    }

    private void acceptLogin(String login, String token) {
        wireMock.stubFor(post("/api/v1/auth").withRequestBody(equalToJson("{\"login\": \"" + login + "\"}", true, true))
                .willReturn(okJson(json("{'success': true, 'data': {'user_token': '" + token + "'}, 'meta': []}"))));
    }

    private void verifyToken(int location, String token) {
        wireMock.verify(getRequestedFor(urlEqualTo("/api/v1/storages/" + location)).withHeader("Authorization",
                equalTo("Bearer sandbox-partner, User " + token)));
    }
}
