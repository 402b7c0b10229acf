package io.stockroom.altegio;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/** An {@link Altegio} of its own for each test, in front of a WireMock that answers as the test says. */
abstract class WireTest {

    WireMockServer wire;
    Altegio altegio;
    @Inject
    Clock clock;
    @Inject
    AltegioV1 v1;
    @Inject
    AltegioV1Posts posts;

    @BeforeEach
    void acceptLogIns() {
        altegio = altegio(Map.of("altegio.retry.attempts", "1"));
        wire.resetAll();
        wire.stubFor(post("/api/v1/auth").willReturn(okJson(json("{'success': true, 'data': {'user_token': 'token'}, 'meta': []}"))
                .withStatus(201)));
    }

    /** Without a limit, and with nothing else that is not said here. */
    Altegio altegio(Map<String, String> settings) {
        return AltegioConfigs.altegio(v1, posts, settings, clock);
    }

    AltegioFailure failure() {
        return assertThrows(AltegioFailure.class, () -> altegio.storages(17, inTime()));
    }

    void answer(String body) {
        answer(okJson(json(body)));
    }

    void answer(ResponseDefinitionBuilder answer) {
        wire.stubFor(any(urlPathEqualTo("/api/v1/storages/17")).willReturn(answer));
        wire.stubFor(any(urlPathEqualTo("/api/v1/storages/transactions/17")).willReturn(answer));
        wire.stubFor(any(urlPathEqualTo("/api/v1/storage_operations/operation/17")).willReturn(answer));
    }

    Deadline inTime() {
        return Deadline.in(Duration.ofSeconds(10), clock);
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
