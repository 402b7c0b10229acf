package io.stockroom.secrets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.aws.SignedRequests;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class SecretsManagerTest {

    private LocalSecretsManager service;

    @BeforeEach
    void start() {
        service = LocalSecretsManager.start();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void readsTheTextOfASecretWithASignedRequest() {
        service.put("stockroom/altegio", "{\"partner_token\":\"ключ\"}");

        assertEquals("{\"partner_token\":\"ключ\"}", secretsManager("test", "test", "eu-central-1").read("stockroom/altegio"));

        assertEquals(1, service.reads());
        assertEquals(0, service.errors());
    }

    @Test
    void aSecretOfTheMaximumSizeIsRead() {
        service.put("large", "я".repeat(32_768));

        assertEquals(32_768, secretsManager("test", "test", "eu-central-1").read("large").length());
    }

    @Test
    void anErrorIsReportedByItsKindAfterASecondAttempt() {
        service.deny("other");

        assertEquals("Secrets Manager responded 400 AccessDeniedException", failure(secretsManager("test", "test", "eu-central-1")));
        assertEquals(2, service.errors());
    }

    @ParameterizedTest
    @CsvSource({"another,test,eu-central-1", "test,another,eu-central-1", "test,test,eu-west-1"})
    void aSignatureOfOthersIsRejected(String key, String secret, String region) {
        service.put("other", "text");

        assertEquals("Secrets Manager responded 403 InvalidSignatureException", failure(secretsManager(key, secret, region)));
        assertEquals(0, service.reads());
    }

    private static String failure(SecretsManager secretsManager) {
        return assertThrows(UncheckedIOException.class, () -> secretsManager.read("other")).getMessage();
    }

    private SecretsManager secretsManager(String key, String secret, String region) {
        return new SecretsManager(Optional.of(URI.create(service.url())), new ObjectMapper(),
                new SignedRequests(() -> AwsSessionCredentials.create(key, secret, "test"), () -> region));
    }
}
