package io.stockroom.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.exports.LocalS3;
import io.stockroom.exports.S3Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class SignedRequestsTest {

    @ParameterizedTest
    @CsvSource({"eu-central-1,https://secretsmanager.eu-central-1.amazonaws.com/",
            "us-gov-west-1,https://secretsmanager.us-gov-west-1.amazonaws.com/",
            "cn-north-1,https://secretsmanager.cn-north-1.amazonaws.com.cn/"})
    void eachRegionHasItsUrl(String region, URI url) {
        assertEquals(url, SignedRequests.endpoint("secretsmanager", region));
    }

    @Test
    void anErrorIsReportedByItsKindAlone() {
        assertEquals("400 AccessDeniedException",
                error(400,
                        "{\"__type\":\"com.amazonaws.secretsmanager#AccessDeniedException\",\"Message\":\"User: arn:aws:sts::1:role\"}"));
        assertEquals("403 AccessDenied", error(403, "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code><Message>User: arn</Message>"));
        assertEquals("404 ResourceNotFoundException", new SignedResponse(404, new byte[0],
                Optional.of("ResourceNotFoundException:http://internal.amazon.com/coral/com.amazonaws/")).error());
        assertEquals("502", error(502, "<html>Bad Gateway</html>"));
        assertEquals("403", error(403, "<Code>arn:aws:sts::1:assumed-role/role</Code>".replace(":", ".")));
    }

    @Test
    void whatIsReadForEachAttemptIsClosed(@TempDir Path folder) throws IOException {
        AtomicInteger opened = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        Payload payload = new Payload() {

            @Override
            public long length() {
                return 100_000;
            }

            @Override
            public InputStream open() {
                opened.incrementAndGet();
                return new ByteArrayInputStream(new byte[100_000]) {

                    @Override
                    public void close() {
                        closed.incrementAndGet();
                    }
                };
            }
        };
        try (LocalS3 s3 = LocalS3.start("bucket", folder)) {
            s3.failNext(1, S3Failure.SLOW_DOWN).failNext(1, S3Failure.RESET);

            assertEquals(200, send(s3, payload).status());
        }
        assertEquals(6, opened.get());
        assertEquals(6, closed.get());
    }

    @Test
    void anInterruptedThreadDoesNotRetry(@TempDir Path folder) {
        try (LocalS3 s3 = LocalS3.start("bucket", folder)) {
            s3.failNext(1, S3Failure.SLOW_DOWN);
            Thread.currentThread().interrupt();

            assertThrows(InterruptedIOException.class, () -> send(s3, Payload.of("text".getBytes(UTF_8))));
            assertTrue(Thread.interrupted());
            assertEquals(1, s3.requests());
        }
    }

    private static SignedResponse send(LocalS3 s3, Payload payload) throws IOException {
        return new SignedRequests(() -> AwsSessionCredentials.create("test", "test", "test"), () -> SignatureCheck.REGION)
                .send(new SignedCall("s3", "PUT", URI.create(s3.url() + "/bucket/name"), Map.of(), payload, Duration.ofSeconds(2),
                        Duration.ofSeconds(2), 3));
    }

    private static String error(int status, String body) {
        return new SignedResponse(status, body.getBytes(UTF_8), Optional.empty()).error();
    }
}
