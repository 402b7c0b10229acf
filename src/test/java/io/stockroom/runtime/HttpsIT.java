package io.stockroom.runtime;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.stockroom.Slow;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLS connections of the packaged artifact to Altegio. */
@Slow
class HttpsIT {

    @TempDir
    static Path folder;

    private static LocalAuthority authority;
    private static WireMockServer altegio;

    @BeforeAll
    static void startAltegio() {
        authority = LocalAuthority.in(folder);
        altegio = new WireMockServer(WireMockConfiguration.options().httpDisabled(true).dynamicHttpsPort().jettyAcceptors(1)
                .keystorePath(authority.keyStore().toString()).keystoreType("PKCS12")
                .keystorePassword(LocalAuthority.PASSWORD).keyManagerPassword(LocalAuthority.PASSWORD));
        altegio.start();
        altegio.stubFor(
                any(anyUrl()).willReturn(okJson("{\"success\": true, \"data\": [{\"id\": 1, \"title\": \"Склад\"}], \"meta\": []}")));
    }

    @AfterAll
    static void stopAltegio() {
        altegio.stop();
    }

    @Test
    void acceptsACertificateOfATrustedAuthority() {
        Function trustingFunction = function().with("QUARKUS_TLS_TRUST_STORE_P12_PATH", authority.trustStore().toString())
                .with("QUARKUS_TLS_TRUST_STORE_P12_PASSWORD", LocalAuthority.PASSWORD);
        try (Instance instance = Instance.start(Artifact.packaged(), trustingFunction)) {
            JsonNode response = instance.invoke(SampleEvents.of("list-storages")).json();

            assertEquals(200, response.get("statusCode").asInt(), response::toString);
            assertTrue(response.get("body").asText().contains("Склад"));
            // The earlier TLS handshake of the priming request, which never completes, logs nothing.
            assertEquals(1, instance.output().lines().count(), instance::output);
        }
    }

    @Test
    void rejectsACertificateOfAnUntrustedAuthority() {
        int before = altegio.getAllServeEvents().size();
        try (Instance instance = Instance.start(Artifact.packaged(), function())) {
            assertEquals(503, instance.invoke(SampleEvents.of("list-storages")).json().get("statusCode").asInt());
            assertEquals(before, altegio.getAllServeEvents().size());
        }
    }

    private static Function function() {
        return Function.of("ListStoragesFunction", Map.of("AltegioUrl", "https://localhost:" + altegio.httpsPort() + "/api/v1",
                "partner_token", "partner", "user_token", "user"));
    }
}
