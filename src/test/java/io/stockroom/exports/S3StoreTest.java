package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.aws.Payload;
import io.stockroom.aws.SignatureCheck;
import io.stockroom.aws.SignedCall;
import io.stockroom.aws.SignedRequests;
import io.stockroom.aws.SignedResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.core.exception.SdkClientException;

class S3StoreTest extends ExportStoreContract {

    private static final String BUCKET = "stock-exports";

    private LocalS3 s3;

    @BeforeEach
    void start() {
        s3 = LocalS3.start(BUCKET, objects);
    }

    @AfterEach
    void stop() {
        s3.close();
    }

    @Override
    ExportStore store() {
        return store(BUCKET, signedWith("test", "test", "test"));
    }

    private ExportStore store(String bucket, SignedRequests requests) {
        return new S3Store(bucket, Optional.of(s3.url()), requests, Duration.ofSeconds(2));
    }

    private static SignedRequests signedWith(String key, String secret, String token) {
        return new SignedRequests(() -> AwsSessionCredentials.create(key, secret, token), () -> SignatureCheck.REGION);
    }

    @Test
    void anObjectIsAGzipFileThatClientsDoNotUnpack() {
        store().put(NAME, file("text"));

        assertEquals("application/gzip", s3.contentType(NAME));
        assertEquals(1, s3.requests());
    }

    @Test
    void aLargeFileIsNeverInMemoryAsAWhole() throws Exception {
        Path file = largeFile(folder.resolve("large"));

        assertEquals(0, SmallHeap.run(BUCKET, s3.url(), NAME, file));

        assertEquals(-1, Files.mismatch(file, objects.resolve(NAME)));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NO_RESPONSE")
    void aFailureThatMayBeTemporaryIsRetried(S3Failure failure) {
        store().put(NAME, file("old"));
        s3.failNext(2, failure);

        store().put(NAME, file("new"));

        assertEquals("new", object(NAME));
        assertEquals(4, s3.requests());
    }

    /** S3 closes the connection of such a response, so that the next attempt must not use it. */
    @ParameterizedTest
    @EnumSource(names = {"INTERNAL_ERROR", "SLOW_DOWN"})
    void eachAttemptAfterARequestWhoseBodyWasNotReadReachesS3(S3Failure failure) throws IOException {
        Path file = folder.resolve("body");
        byte[] body = new byte[100_000];
        new Random(1).nextBytes(body);
        Files.write(file, body);
        s3.failNext(2, failure);

        store().put(NAME, file);

        assertEquals(-1, Files.mismatch(file, objects.resolve(NAME)));
        assertEquals(3, s3.requests());
    }

    @Test
    void aConnectionThatIsResetInTheMiddleOfALargeFileIsRetried() throws IOException {
        Path file = largeFile(folder.resolve("large"));
        s3.failNext(2, S3Failure.RESET);

        store().put(NAME, file);

        assertEquals(-1, Files.mismatch(file, objects.resolve(NAME)));
        assertEquals(3, s3.requests());
    }

    @ParameterizedTest
    @CsvSource({"INTERNAL_ERROR,S3 responded 500 InternalError", "SLOW_DOWN,S3 responded 503 SlowDown", "RESET,No response from S3: .+"})
    void afterThreeAttemptsTheOldObjectIsStillWhole(S3Failure failure, String message) {
        store().put(NAME, file("old"));
        s3.failNext(4, failure);

        assertTrue(failure(store()).matches(message));
        assertEquals("old", object(NAME));
    }

    @Test
    void aMissingResponseIsReportedAfterThreeAttempts() {
        s3.failNext(4, S3Failure.NO_RESPONSE);

        assertEquals("No response from S3: Read timed out", failure(new S3Store(BUCKET, Optional.of(s3.url()),
                signedWith("test", "test", "test"), Duration.ofMillis(200))));
        assertEquals(4, s3.requests());
    }

    @ParameterizedTest
    @CsvSource({"other,test,test", "test,other,test", "test,test,other"})
    void aSignatureOfOthersIsRejectedAndNotRetried(String key, String secret, String token) {
        assertEquals("S3 responded 403 SignatureDoesNotMatch", failure(store(BUCKET, signedWith(key, secret, token))));
        assertEquals(1, s3.requests());
    }

    @Test
    void aBucketOfOthersIsRejectedAndNotRetried() {
        assertEquals("S3 responded 404 NoSuchBucket", failure(store("another", signedWith("test", "test", "test"))));
        assertEquals(1, s3.requests());
    }

    @Test
    void anObjectOutsideTheAllowedPrefixIsRejectedAndNotRetried() {
        s3.allowOnly("orders/");

        assertEquals("S3 responded 403 AccessDenied", failure(store()));
        assertEquals("S3 responded 403 AccessDenied", assertThrows(ExportStoreException.class, store()::check).getMessage());
        assertEquals(2, s3.requests());
    }

    /** S3 responds before it has read the file, and closes the connection: whoever still writes to it does not see the response. */
    @Test
    void theRejectionOfALargeFileIsReportedByItsReason() throws IOException {
        Path file = largeFile(folder.resolve("large"));
        s3.allowOnly("orders/");

        assertEquals("S3 responded 403 AccessDenied",
                assertThrows(ExportStoreException.class, () -> store().put(NAME, file)).getMessage());
    }

    @Test
    void withoutS3TheFailureIsReported() {
        s3.close();

        assertTrue(failure(store()).startsWith("No response from S3: "));
    }

    @Test
    void withoutCredentialsNothingIsSent() {
        SignedRequests unsigned = new SignedRequests(() -> {
            throw SdkClientException.create("canary");
        }, () -> SignatureCheck.REGION);

        assertEquals("No response from S3: There are no credentials or no region to sign with", failure(store(BUCKET, unsigned)));
        assertEquals(0, s3.requests());
    }

    @Test
    void aFileThatChangesOnTheWayIsNotStored() throws IOException {
        AtomicInteger opened = new AtomicInteger();
        Payload changing = new Payload() {

            @Override
            public long length() {
                return 1;
            }

            @Override
            public InputStream open() {
                return new ByteArrayInputStream(new byte[] {(byte) opened.incrementAndGet()});
            }
        };

        SignedResponse response = signedWith("test", "test", "test").send(new SignedCall("s3", "PUT",
                URI.create(s3.url() + "/" + BUCKET + "/" + NAME.replace("=", "%3D")), Map.of(), changing, Duration.ofSeconds(2),
                Duration.ofSeconds(2), 3));

        assertEquals("400 XAmzContentSHA256Mismatch", response.error());
        assertEquals(1, s3.requests());
    }

    @ParameterizedTest
    @CsvSource({"stock,eu-central-1,,https://stock.s3.eu-central-1.amazonaws.com/a%3D1/%D1%8F%20z.gz",
            "stock,cn-north-1,,https://stock.s3.cn-north-1.amazonaws.com.cn/a%3D1/%D1%8F%20z.gz",
            "stock.example.com,eu-west-1,,https://s3.eu-west-1.amazonaws.com/stock.example.com/a%3D1/%D1%8F%20z.gz",
            "stock,eu-west-1,http://localhost:9000/,http://localhost:9000/stock/a%3D1/%D1%8F%20z.gz",
            "stock,eu-west-1,https://example.com/s3,https://example.com/s3/stock/a%3D1/%D1%8F%20z.gz"})
    void eachBucketHasItsUrl(String bucket, String region, URI configured, URI url) {
        S3Store store = new S3Store(bucket, Optional.ofNullable(configured), new SignedRequests(() -> null, () -> region));

        assertEquals(url, store.url(ObjectName.of("a=1/я z.gz")));
    }

    private String failure(ExportStore store) {
        return assertThrows(ExportStoreException.class, () -> store.put(NAME, file("text"))).getMessage();
    }
}
