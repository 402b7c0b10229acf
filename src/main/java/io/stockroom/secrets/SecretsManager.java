package io.stockroom.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.altegio.AltegioConfig;
import io.stockroom.altegio.SecretReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;

/**
 * Reads secrets from AWS Secrets Manager, with the signer and the HTTP client that the clients of DynamoDB and SQS use: the SDK's client
 * of Secrets Manager would add its model to the executable for one call.
 */
@ApplicationScoped
class SecretsManager implements SecretReader {

    private static final String SERVICE = "secretsmanager";
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(1);
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(2);
    private static final int MAX_ATTEMPTS = 2;
    private static final int OK = 200;

    private final Optional<URI> url;
    private final ObjectMapper mapper;
    private final Supplier<? extends AwsCredentialsIdentity> credentials;
    private final Supplier<String> region;

    @Inject
    SecretsManager(AltegioConfig config, ObjectMapper mapper) {
        this(config.secretsUrl(), mapper, () -> DefaultCredentialsProvider.builder().build().resolveCredentials(),
                () -> DefaultAwsRegionProviderChain.builder().build().getRegion().id());
    }

    SecretsManager(Optional<URI> url, ObjectMapper mapper, Supplier<? extends AwsCredentialsIdentity> credentials,
            Supplier<String> region) {
        this.url = url;
        this.mapper = mapper;
        this.credentials = credentials;
        this.region = region;
    }

    /** Each secret is read about once an hour, so that no connection is kept. */
    @Override
    public String read(String name) {
        try (SdkHttpClient client = UrlConnectionHttpClient.builder().connectionTimeout(CONNECTION_TIMEOUT).socketTimeout(SOCKET_TIMEOUT)
                .build()) {
            for (int attempt = 1;; attempt++) {
                try {
                    return secret(client, name);
                } catch (IOException e) {
                    if (attempt == MAX_ATTEMPTS) {
                        throw new UncheckedIOException(e.getMessage(), e);
                    }
                }
            }
        }
    }

    private String secret(SdkHttpClient client, String name) throws IOException {
        SignedRequest signed = signed(mapper.writeValueAsBytes(Map.of("SecretId", name)));
        HttpExecuteResponse response = client.prepareRequest(HttpExecuteRequest.builder().request(signed.request())
                .contentStreamProvider(signed.payload().orElseThrow()).build()).call();
        String body = response.responseBody().isPresent() ? new String(response.responseBody().get().readAllBytes(), UTF_8) : "";
        if (response.httpResponse().statusCode() != OK) {
            throw new IOException("Secrets Manager responded " + response.httpResponse().statusCode() + " " + errorType(body));
        }
        JsonNode text = mapper.readTree(body).path("SecretString");
        if (!text.isTextual()) {
            throw new IOException("The secret has no text");
        }
        return text.asText();
    }

    private SignedRequest signed(byte[] body) {
        String inRegion = region.get();
        SdkHttpRequest request = SdkHttpRequest.builder().method(SdkHttpMethod.POST)
                .uri(url.orElseGet(() -> endpoint(inRegion)))
                .putHeader("Content-Type", "application/x-amz-json-1.1")
                .putHeader("X-Amz-Target", "secretsmanager.GetSecretValue").build();
        return AwsV4HttpSigner.create().sign(sign -> sign.identity(credentials.get()).request(request)
                .payload(ContentStreamProvider.fromByteArray(body)).putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, inRegion));
    }

    /** Returns the URL of a region; those in China have a domain of their own. */
    static URI endpoint(String region) {
        return URI.create("https://" + SERVICE + "." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn/" : "/"));
    }

    /** Returns the kind of the error, such as {@code AccessDeniedException}; its message contains the names of roles. */
    private String errorType(String body) {
        try {
            String type = mapper.readTree(body).path("__type").asText();
            return type.substring(type.lastIndexOf('#') + 1);
        } catch (IOException notJson) {
            return "";
        }
    }
}
