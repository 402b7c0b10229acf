package io.stockroom.reference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.api.SandboxResource;
import io.stockroom.local.LocalQueue;
import io.stockroom.reference.ApiDocument.Operation;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the code samples of the document, in the languages that this machine has. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class SamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";

    @TestHTTPResource
    URI api;

    @ConfigProperty(name = "sandbox.root")
    String sandbox;

    @Inject
    LocalQueue queue;

    @Inject
    Clock clock;

    static Stream<Arguments> samples() {
        return ApiDocument.read().operations().stream()
                .flatMap(operation -> Arrays.stream(Language.values()).map(language -> arguments(operation.id(), language)));
    }

    @Test
    void theDocumentedSignatureIsTheSandboxsSecrets() throws Exception {
        for (Operation operation : ApiDocument.read().operations()) {
            Map<String, String> headers = Examples.headers(operation);
            if (headers.containsKey(SIGNATURE)) {
                long time = Long.parseLong(headers.get(TIMESTAMP));
                String id = headers.get("webhook-id");
                assertEquals(headers.get(SIGNATURE), new Webhook(SECRET).sign(id, time, Examples.request(operation)));
            }
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("samples")
    void eachSampleGetsTheAnswerThatIsDocumentedAndBooksOnce(String id, Language language, @TempDir Path folder) throws Exception {
        assumeTrue(language.isHere(folder), () -> language.label + " is not on this machine");
        Operation operation = ApiDocument.read().operations().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        given().post(sandbox + "/reset").then().statusCode(200);
        String key = "sample-" + UUID.randomUUID();

        String answer = language.answer(adapted(operation, operation.sample(language.label), key), folder);
        while (queue.deliver()) {
            // Until it is empty.
        }

        assertEquals(JSON.readTree(Examples.answer(operation).toString()), JSON.readTree(answer.replace(key, "order-1003")));
        given().get(sandbox + "/log").then().body("documents", hasSize(operation.route().method().equals("POST") ? 1 : 0));
    }

    /** With the address of this gateway, a key that was never used, and the signature of this moment. */
    private String adapted(Operation operation, String sample, String key) throws Exception {
        String adapted = sample.replace("8080", String.valueOf(api.getPort())).replaceAll("order-\\d+", key);
        Map<String, String> headers = Examples.headers(operation);
        if (!headers.containsKey(SIGNATURE)) {
            return adapted;
        }
        long now = clock.instant().getEpochSecond();
        return adapted.replace(headers.get(TIMESTAMP), String.valueOf(now))
                .replace(headers.get(SIGNATURE), new Webhook(SECRET).sign(key, now, Examples.request(operation)));
    }
}
