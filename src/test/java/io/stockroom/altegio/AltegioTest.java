package io.stockroom.altegio;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.AltegioException.CredentialsRejectedException;
import io.stockroom.altegio.AltegioException.TimedOutException;
import io.stockroom.invocation.CallContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Requests as they are sent to Altegio. */
@QuarkusTest
@WithTestResource(WireMockResource.class)
class AltegioTest extends WireMockAltegio {

    @Test
    void sendsBothTokensAndTheMediaType() {
        respondWith("{'success': true, 'data': [], 'meta': []}");

        assertEquals(0, altegio.storages(17, inTime()).size());

        wireMock.verify(getRequestedFor(urlEqualTo("/api/v1/storages/17"))
                .withHeader("Accept", equalTo("application/vnd.api.v2+json"))
                .withHeader("Authorization", equalTo("Bearer sandbox-partner, User token"))
                .withHeader("User-Agent", equalTo("stockroom")));
    }

    @Test
    void loginSendsOnlyThePartnerToken() {
        wireMock.stubFor(any(urlPathEqualTo("/api/v1/storages/17")).willReturn(aResponse().withStatus(401)));

        assertThrows(CredentialsRejectedException.class, () -> altegio.storages(17, inTime()));

        wireMock.verify(postRequestedFor(urlEqualTo("/api/v1/auth")).withHeader("Authorization", equalTo("Bearer sandbox-partner"))
                .withRequestBody(equalToJson("{\"login\": \"sandbox@example.com\", \"password\": \"sandbox\"}")));
        wireMock.verify(2, getRequestedFor(urlEqualTo("/api/v1/storages/17")));
    }

    @Test
    void encodesPlusInQueries() {
        respondWith("{'success': true, 'data': [], 'meta': []}");

        altegio.transactions(17, Map.of("changed_after", "2026-01-01T00:00:00+02:00"), inTime());

        wireMock.verify(getRequestedFor(urlPathEqualTo("/api/v1/storages/transactions/17"))
                .withQueryParam("changed_after", equalTo("2026-01-01T00:00:00+02:00")).withQueryParam("page", absent()));
        assertTrue(wireMock.getAllServeEvents().get(0).getRequest().getUrl().contains("%2B02"));
    }

    @Test
    void sendsOperationsWithExactDecimals() {
        respondWith("{'success': true, 'data': {'document': {'id': 5}}, 'meta': []}");

        altegio.book(17, Map.of("amount", new BigDecimal("0.10"), "cost", new BigDecimal("1E+2")), inTime());

        String body = wireMock.getAllServeEvents().get(0).getRequest().getBodyAsString();
        assertTrue(body.contains("\"amount\":0.10") && body.contains("\"cost\":100"), body);
    }

    @Test
    void keepsUnknownFieldsExactly() {
        respondWith("{'success': true, 'data': [{'id': '1', 'new': {'a': 0.10, 'b': [12345678901234567890]}}], 'meta': []}");

        AltegioObject row = altegio.storages(17, inTime()).get(0);

        assertEquals(1L, row.takeId("id"));
        assertEquals("{new={a=0.10, b=[12345678901234567890]}}", row.remaining().toString());
    }

    @Test
    void sendsNothingWithoutRemainingTime() {
        AltegioException failure = assertThrows(TimedOutException.class,
                () -> altegio.storages(17, CallContext.in(Duration.ZERO, clock)));

        assertTrue(failure.definitelyNotProcessed());
        wireMock.verify(0, getRequestedFor(anyUrl()));
    }
}
