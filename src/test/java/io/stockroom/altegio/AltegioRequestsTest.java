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

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.AltegioFailure.CredentialsRefused;
import io.stockroom.altegio.AltegioFailure.TimedOut;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What goes over the wire to Altegio. */
@QuarkusTest
@QuarkusTestResource(value = WireMockResource.class, restrictToAnnotatedClass = true)
class AltegioRequestsTest extends WireTest {

    @Test
    void bothTokensAndTheMediaTypeGoWithEachRequest() {
        answer("{'success': true, 'data': [], 'meta': []}");

        assertEquals(0, altegio.storages(17, inTime()).size());

        wire.verify(getRequestedFor(urlEqualTo("/api/v1/storages/17"))
                .withHeader("Accept", equalTo("application/vnd.api.v2+json"))
                .withHeader("Authorization", equalTo("Bearer sandbox-partner, User token"))
                .withHeader("User-Agent", equalTo("stockroom")));
    }

    @Test
    void theLogInCarriesThePartnerTokenAlone() {
        wire.stubFor(any(urlPathEqualTo("/api/v1/storages/17")).willReturn(aResponse().withStatus(401)));

        assertThrows(CredentialsRefused.class, () -> altegio.storages(17, inTime()));

        wire.verify(postRequestedFor(urlEqualTo("/api/v1/auth")).withHeader("Authorization", equalTo("Bearer sandbox-partner"))
                .withRequestBody(equalToJson("{\"login\": \"sandbox@example.com\", \"password\": \"sandbox\"}")));
        wire.verify(2, getRequestedFor(urlEqualTo("/api/v1/storages/17")));
    }

    @Test
    void queriesAreEncodedForAReaderThatTakesAPlusForASpace() {
        answer("{'success': true, 'data': [], 'meta': []}");

        altegio.transactions(17, Map.of("changed_after", "2026-01-01T00:00:00+02:00"), inTime());

        wire.verify(getRequestedFor(urlPathEqualTo("/api/v1/storages/transactions/17"))
                .withQueryParam("changed_after", equalTo("2026-01-01T00:00:00+02:00")).withQueryParam("page", absent()));
        assertTrue(wire.getAllServeEvents().get(0).getRequest().getUrl().contains("%2B02"));
    }

    @Test
    void operationsAreSentWithExactDecimals() {
        answer("{'success': true, 'data': {'document': {'id': 5}}, 'meta': []}");

        altegio.book(17, Map.of("amount", new BigDecimal("0.10"), "cost", new BigDecimal("1E+2")), inTime());

        String body = wire.getAllServeEvents().get(0).getRequest().getBodyAsString();
        assertTrue(body.contains("\"amount\":0.10") && body.contains("\"cost\":100"), body);
    }

    @Test
    void unknownMembersAreKeptExactly() {
        answer("{'success': true, 'data': [{'id': '1', 'new': {'a': 0.10, 'b': [12345678901234567890]}}], 'meta': []}");

        Row row = altegio.storages(17, inTime()).get(0);

        assertEquals(1L, row.id("id"));
        assertEquals("{new={a=0.10, b=[12345678901234567890]}}", row.others().toString());
    }

    @Test
    void withoutTimeNothingIsSent() {
        AltegioFailure failure = assertThrows(TimedOut.class, () -> altegio.storages(17, Deadline.in(Duration.ZERO, clock)));

        assertTrue(failure.surelyNotProcessed());
        wire.verify(0, getRequestedFor(anyUrl()));
    }
}
