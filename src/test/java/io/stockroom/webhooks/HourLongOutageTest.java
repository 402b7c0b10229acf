package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.Slow;
import io.stockroom.altegio.Marker;
import io.stockroom.api.SandboxResource;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.webhooks.InMemoryQueue.DeadLetter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An hour-long outage of Altegio in simulated time: operations posted meanwhile are kept, and booked once when Altegio is back.
 * The outage begins with responses that are lost after the commit.
 */
@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@TestProfile(HourLongOutageTest.ProductionDelays.class)
class HourLongOutageTest extends SimulatedOutage {

    private static final int OPERATIONS = 500;
    private static final SigningSecret SECRET = SigningSecret.of("whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0");

    /** The delays of production, without the retries within a delivery, which pass in real time. */
    public static class ProductionDelays implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stockroom.webhooks.base-delay", "PT30S", "stockroom.ledger.settle", "PT60S", "altegio.retry.attempts", "1");
        }
    }

    @Test
    void booksEachOperationOnceAfterAnHourWithoutAltegio() {
        server.sandbox().faults().add(SandboxFault.of(Kind.DROP_AFTER_COMMIT).on(SandboxRoute.BOOK).times(20));
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).times(0));
        for (int i = 0; i < OPERATIONS; i++) {
            post(i);
            if (i % 2 == 0) {
                post(i);
            }
        }
        assertEquals(OPERATIONS * 3 / 2, queue.messages().size());
        int failedBatches = 0;
        for (Duration elapsed = Duration.ZERO; elapsed.compareTo(OUTAGE) <= 0; elapsed = elapsed.plus(STEP)) {
            failedBatches += deliver();
        }
        int lost = server.sandbox().commits().size();
        assertTrue(lost > 10, () -> lost + " responses were lost");
        assertEquals(OPERATIONS * 3 / 2, queue.messages().size());

        server.sandbox().faults().clear();
        deliverUntilEmpty();

        Map<String, Long> booked = server.sandbox().commits().stream()
                .collect(Collectors.groupingBy(document -> Marker.removedFrom(document.comment()), Collectors.counting()));
        assertEquals(IntStream.range(0, OPERATIONS).filter(number -> !isRejected(number)).boxed()
                .collect(Collectors.toMap(number -> "Order " + number, number -> 1L)), booked);
        List<Map<String, String>> reasons = queue.deadLetters().stream().map(DeadLetter::reason).toList();
        assertEquals(IntStream.range(0, OPERATIONS).filter(HourLongOutageTest::isRejected).map(number -> number % 2 == 0 ? 2 : 1).sum(),
                reasons.size());
        assertTrue(reasons.stream().allMatch(reason -> reason.get("reason").equals("rejected") && reason.get("status").equals("422")),
                reasons::toString);
        System.out.printf("Outage of an hour: %d operations in %d messages, %d failed batches, %d booked once (%d of them with the response"
                + " lost), %d dead-lettered%n", OPERATIONS, OPERATIONS * 3 / 2, failedBatches, booked.size(), lost, reasons.size());
    }

    private void post(int number) {
        String body = "{\"type_id\": 1, \"create_date\": \"2026-11-23T10:00:00+02:00\", \"storage_id\": 101, \"master_id\": 201,"
                + " \"comment\": \"Order " + number + "\", \"goods_transactions\": [{\"good_id\": "
                + (isRejected(number) ? 999_999 : 3001 + number % 14)
                + ", \"amount\": 1, \"cost_per_unit\": 10, \"discount\": 0, \"operation_unit_type\": 1}]}";
        String id = "order-" + number;
        String time = String.valueOf(clock.instant().getEpochSecond());
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder().withRawPath("/webhooks/operations/4564").withBody(body)
                .withHeaders(Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature",
                        SECRET.sign(id, time, body.getBytes(UTF_8))))
                .build();
        receive(event);
    }

    /** A tenth of the operations have a good that does not exist; half of those are posted twice, as of the others. */
    private static boolean isRejected(int number) {
        return number % 20 == 9 || number % 20 == 10;
    }
}
