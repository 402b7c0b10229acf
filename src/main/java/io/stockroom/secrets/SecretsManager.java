package io.stockroom.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.altegio.SecretReader;
import io.stockroom.aws.Payload;
import io.stockroom.aws.SignedCall;
import io.stockroom.aws.SignedRequests;
import io.stockroom.aws.SignedResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Reads secrets from AWS Secrets Manager. */
@ApplicationScoped
class SecretsManager implements SecretReader {

    private static final String SERVICE = "secretsmanager";
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_ATTEMPTS = 2;
    private static final int OK = 200;

    private final Optional<URI> url;
    private final ObjectMapper mapper;
    private final SignedRequests requests;

    @Inject
    SecretsManager(AltegioConfig config, ObjectMapper mapper, SignedRequests requests) {
        this(config.secretsUrl(), mapper, requests);
    }

    SecretsManager(Optional<URI> url, ObjectMapper mapper, SignedRequests requests) {
        this.url = url;
        this.mapper = mapper;
        this.requests = requests;
    }

    /** Repeats the request once, after any error: without its secret no request to Altegio is possible. */
    @Override
    public String read(String name) {
        for (int attempt = 1;; attempt++) {
            try {
                return secret(name);
            } catch (IOException e) {
                if (attempt == MAX_ATTEMPTS) {
                    throw new UncheckedIOException(e.getMessage(), e);
                }
            }
        }
    }

    private String secret(String name) throws IOException {
        SignedResponse response = requests.send(new SignedCall(SERVICE, "POST", url.orElseGet(() -> requests.endpoint(SERVICE)),
                Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "secretsmanager.GetSecretValue"),
                Payload.of(mapper.writeValueAsBytes(Map.of("SecretId", name))), CONNECTION_TIMEOUT, SOCKET_TIMEOUT, 1));
        if (response.status() != OK) {
            throw new IOException("Secrets Manager responded " + response.error());
        }
        JsonNode text = mapper.readTree(response.body()).path("SecretString");
        if (!text.isTextual()) {
            throw new IOException("The secret has no text");
        }
        return text.asText();
    }
}
