package io.stockroom.aws;

import io.stockroom.invocation.Backoff;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.ExecutableHttpRequest;
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
 * Sends single requests to AWS services, with the signer and the HTTP client that the clients of DynamoDB and SQS use: the SDK's client
 * of another service would add its model to the executable for one call. These calls are rare, so that no connection is kept.
 */
@ApplicationScoped
public class SignedRequests {

    private static final Backoff BACKOFF = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1));

    private final Supplier<? extends AwsCredentialsIdentity> credentials;
    private final Supplier<String> region;

    @Inject
    SignedRequests() {
        this(() -> DefaultCredentialsProvider.builder().build().resolveCredentials(),
                () -> DefaultAwsRegionProviderChain.builder().build().getRegion().id());
    }

    /** Signs with given credentials, for a given region. */
    public SignedRequests(Supplier<? extends AwsCredentialsIdentity> credentials, Supplier<String> region) {
        this.credentials = credentials;
        this.region = region;
    }

    /**
     * Sends a request, again after a failure that may be temporary: no response, or one with status 429 or 5xx.
     *
     * @return the last response, whatever its status is
     * @throws IOException if there is no response to the last attempt, or nothing to sign with
     */
    public SignedResponse send(SignedCall call) throws IOException {
        try (SdkHttpClient client = UrlConnectionHttpClient.builder().connectionTimeout(call.connectionTimeout())
                .socketTimeout(call.socketTimeout()).build()) {
            AwsCredentialsIdentity identity = credentials.get();
            String inRegion = region.get();
            for (int attempt = 1;; attempt++) {
                try {
                    SignedResponse response = sendOnce(client, call, identity, inRegion);
                    if (!response.isTemporary() || attempt >= call.attempts()) {
                        return response;
                    }
                } catch (IOException e) {
                    if (attempt >= call.attempts()) {
                        throw e;
                    }
                }
                pause(BACKOFF.delay(attempt));
            }
        } catch (SdkClientException e) {
            throw new IOException("There are no credentials or no region to sign with", e);
        }
    }

    /** Returns the URL of a service in the region of the function. */
    public URI endpoint(String service) {
        return endpoint(service, region.get());
    }

    /** Returns the URL of a service in a region; those in China have a domain of their own. */
    public static URI endpoint(String service, String region) {
        return URI.create("https://" + service + "." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn/" : "/"));
    }

    /**
     * Closes the connection, which Java would otherwise keep for the process: a service closes it after it has rejected a request whose
     * body it did not read, and an instance that was frozen finds it closed. The next attempt would be lost on it.
     */
    private static SignedResponse sendOnce(SdkHttpClient client, SignedCall call, AwsCredentialsIdentity identity, String region)
            throws IOException {
        try (Content content = new Content(call.payload())) {
            SignedRequest signed = signed(call, content, identity, region);
            ExecutableHttpRequest request = client.prepareRequest(HttpExecuteRequest.builder().request(signed.request())
                    .contentStreamProvider(signed.payload().orElseThrow()).build());
            try {
                HttpExecuteResponse response = request.call();
                byte[] body = response.responseBody().isPresent() ? response.responseBody().get().readAllBytes() : new byte[0];
                return new SignedResponse(response.httpResponse().statusCode(), body,
                        response.httpResponse().firstMatchingHeader("x-amzn-ErrorType"));
            } finally {
                request.abort();
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** With the length, the HTTP client sends the body as it reads it; without, it would have to collect it first. */
    private static SignedRequest signed(SignedCall call, Content content, AwsCredentialsIdentity identity, String region)
            throws IOException {
        SdkHttpRequest.Builder request = SdkHttpRequest.builder().method(SdkHttpMethod.fromValue(call.method())).uri(call.url())
                .putHeader("Content-Length", String.valueOf(call.payload().length()));
        call.headers().forEach(request::putHeader);
        return AwsV4HttpSigner.create().sign(sign -> sign.identity(identity).request(request.build()).payload(content)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, call.service())
                .putProperty(AwsV4HttpSigner.REGION_NAME, region)
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !call.hasLiteralPath())
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !call.hasLiteralPath()));
    }

    private static void pause(Duration delay) throws InterruptedIOException {
        try {
            Thread.sleep(delay.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted");
        }
    }

    /** Closes what signer and HTTP client open, because they do not. */
    private static final class Content implements ContentStreamProvider, AutoCloseable {

        private final Payload payload;
        private InputStream open = InputStream.nullInputStream();

        Content(Payload payload) {
            this.payload = payload;
        }

        @Override
        public InputStream newStream() {
            try {
                open.close();
                open = payload.open();
                return open;
            } catch (IOException e) {
                throw new UncheckedIOException(e.getMessage(), e);
            }
        }

        @Override
        public void close() throws IOException {
            open.close();
        }
    }
}
