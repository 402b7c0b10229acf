package io.stockroom.reference;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.Slow;
import io.stockroom.api.SandboxResource;
import io.stockroom.api.SignedOrder;
import io.stockroom.local.LocalEventSource;
import io.stockroom.reference.ApiDocument.Operation;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the code samples of the document in the languages installed on this machine. */
@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class SamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0";
    private static final String SHOP_SIGNATURE = "X-Shopify-Hmac-SHA256";
    /** The id of the order in the example. */
    private static final String ORDER = "450789469";
    private static final String TIMESTAMP = "webhook-timestamp";
    private static final String SIGNATURE = "webhook-signature";

    @TestHTTPResource
    URI api;

    @ConfigProperty(name = "sandbox.root")
    String sandbox;

    @Inject
    LocalEventSource eventSource;

    @Inject
    Clock clock;

    /** Without those of the log-in, which has callers: see LogInSamplesTest. */
    static Stream<Arguments> samples() {
        return ApiDocument.read().operations().stream().filter(operation -> !operation.id().equals("log-in"))
                .flatMap(operation -> Arrays.stream(Language.values()).map(language -> arguments(operation.id(), language)));
    }

    @Test
    void documentedSignatureUsesTheSecretOfTheSandbox() throws Exception {
        for (Operation operation : ApiDocument.read().operations()) {
            Map<String, String> headers = Examples.headers(operation);
            if (headers.containsKey(SIGNATURE)) {
                long time = Long.parseLong(headers.get(TIMESTAMP));
                String id = headers.get("webhook-id");
                assertEquals(headers.get(SIGNATURE), new Webhook(SECRET).sign(id, time, Examples.request(operation)));
            }
            if (headers.containsKey(SHOP_SIGNATURE)) {
                assertEquals(headers.get(SHOP_SIGNATURE), signature(Examples.request(operation)));
            }
        }
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("samples")
    void eachSampleGetsTheDocumentedResponseAndBooksOnce(String id, Language language, @TempDir Path folder) throws Exception {
        assumeTrue(language.isInstalled(folder), () -> language.label + " is not installed");
        Operation operation = ApiDocument.read().operations().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
        given().post(sandbox + "/reset").then().statusCode(200);
        String key = "sample-" + UUID.randomUUID();

        String output = language.run(adapted(operation, operation.sample(language.label), key), folder);
        while (eventSource.deliver()) {
            // Until the queue is empty.
        }

        assertEquals(JSON.readTree(Examples.response(operation).toString()), JSON.readTree(output.replace(key, "order-1003")));
        boolean books = operation.route().method().equals("POST") && !operation.id().startsWith("receive-event");
        given().get(sandbox + "/log").then().body("documents", hasSize(books ? 1 : 0));
    }

    /** Returns the sample with the id of another order, because each order is booked once. */
    private static String withNewOrder(Operation operation, String sample) {
        String id = String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000_000L, 2_000_000_000_000L));
        return sample.replace(ORDER, id).replace(Examples.headers(operation).get(SHOP_SIGNATURE),
                signature(Examples.request(operation).replace(ORDER, id)));
    }

    private static String signature(String order) {
        return SignedOrder.signature(SignedOrder.SHOPIFY_SECRET, order.getBytes(UTF_8));
    }

    /** Returns the sample with this gateway's URL, a new key, and a current signature. */
    private String adapted(Operation operation, String sample, String key) throws Exception {
        String adapted = sample.replace("8080", String.valueOf(api.getPort())).replaceAll("order-\\d+", key);
        Map<String, String> headers = Examples.headers(operation);
        if (headers.containsKey(SHOP_SIGNATURE)) {
            return withNewOrder(operation, adapted);
        }
        if (!headers.containsKey(SIGNATURE)) {
            return adapted;
        }
        long now = clock.instant().getEpochSecond();
        return adapted.replace(headers.get(TIMESTAMP), String.valueOf(now))
                .replace(headers.get(SIGNATURE), new Webhook(SECRET).sign(key, now, Examples.request(operation)));
    }
}
