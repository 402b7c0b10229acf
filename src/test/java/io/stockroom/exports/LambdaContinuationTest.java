package io.stockroom.exports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.stockroom.aws.SignatureCheck;
import io.stockroom.aws.SignedRequests;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

class LambdaContinuationTest {

    private static final String FUNCTION = "arn:aws:lambda:eu-central-1:123456789012:function:stockroom-ExportTransactions-1:live";
    private static final Map<String, ?> EVENT = Map.of("locations", List.of(4564, 4565), "note", "Київ");

    private LocalLambdaApi lambda;

    @BeforeEach
    void start() {
        lambda = LocalLambdaApi.start();
    }

    @AfterEach
    void stop() {
        lambda.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {FUNCTION, "stockroom-ExportTransactions-1", "stockroom-ExportTransactions-1:live"})
    void anInvocationOfTheSameVersionIsStarted(String function) {
        continuation("test").start(function, EVENT);

        assertEquals(List.of(new StartedInvocation(function, new ObjectMapper().valueToTree(EVENT))), List.copyOf(lambda.invocations()));
        assertEquals(1, lambda.requests());
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void aFailureThatMayBeTemporaryIsRetried(int status) {
        lambda.failNext(2, status);

        continuation("test").start(FUNCTION, EVENT);

        assertEquals(1, lambda.invocations().size());
        assertEquals(3, lambda.requests());
    }

    @ParameterizedTest
    @CsvSource({"429,Lambda responded 429 TooManyRequestsException", "500,Lambda responded 500 ServiceException"})
    void afterThreeAttemptsTheFailureIsReported(int status, String message) {
        lambda.failNext(3, status);

        assertEquals(message, failure("test"));
    }

    @Test
    void aMissingRightIsReportedWithoutTheNameOfTheRoleAndNotRetried() {
        lambda.deny();

        assertEquals("Lambda responded 403 AccessDeniedException", failure("test"));
        assertEquals(1, lambda.requests());
    }

    @Test
    void aSignatureOfOthersIsRejected() {
        assertEquals("Lambda responded 403 InvalidSignatureException", failure("another"));
        assertEquals(0, lambda.invocations().size());
    }

    @Test
    void withoutLambdaTheFailureIsReported() {
        lambda.close();

        assertTrue(failure("test").startsWith("No response from Lambda: "));
    }

    private String failure(String secret) {
        return assertThrows(ContinuationException.class, () -> continuation(secret).start(FUNCTION, EVENT)).getMessage();
    }

    private Continuation continuation(String secret) {
        return new LambdaContinuation(Optional.of(lambda.url()), new ObjectMapper(),
                new SignedRequests(() -> AwsSessionCredentials.create("test", secret, "test"), () -> SignatureCheck.REGION));
    }
}
