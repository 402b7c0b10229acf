package io.stockroom.altegio;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import io.stockroom.invocation.CallContext;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** Base class that creates an {@link Altegio} for each test, in front of a WireMock that responds as the test specifies. */
abstract class WireMockAltegio {

    WireMockServer wireMock;
    Altegio altegio;
    @Inject
    Clock clock;
    @Inject
    AltegioReadApi readApi;
    @Inject
    AltegioWriteApi writeApi;

    @BeforeEach
    void acceptLogins() {
        altegio = altegio(Map.of("altegio.retry.attempts", "1"));
        wireMock.resetAll();
        wireMock.stubFor(post("/api/v1/auth").willReturn(okJson(json("{'success': true, 'data': {'user_token': 'token'}, 'meta': []}"))
                .withStatus(201)));
    }

    /** Returns a client without rate limits, and with these settings. */
    Altegio altegio(Map<String, String> settings) {
        return AltegioConfigs.altegio(readApi, writeApi, settings, clock);
    }

    AltegioException failure() {
        return assertThrows(AltegioException.class, () -> altegio.storages(17, inTime()));
    }

    void respondWith(String body) {
        respondWith(okJson(json(body)));
    }

    void respondWith(ResponseDefinitionBuilder response) {
        wireMock.stubFor(any(urlPathEqualTo("/api/v1/storages/17")).willReturn(response));
        wireMock.stubFor(any(urlPathEqualTo("/api/v1/storages/transactions/17")).willReturn(response));
        wireMock.stubFor(any(urlPathEqualTo("/api/v1/storage_operations/operation/17")).willReturn(response));
    }

    CallContext inTime() {
        return CallContext.in(Duration.ofSeconds(10), clock);
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
