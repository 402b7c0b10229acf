package io.stockroom.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.JumpingClock;
import io.stockroom.api.SandboxResource;
import io.stockroom.local.LocalQueue;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * An hour without Altegio, by the clock: what shops post meanwhile is kept, and booked once when Altegio is back. The outage
 * begins with answers that are lost after the commit.
 */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@TestProfile(OutageTest.AsDeployed.class)
class OutageTest {

    private static final int OPERATIONS = 500;
    private static final Duration STEP = Duration.ofSeconds(30);
    private static final Duration OUTAGE = Duration.ofHours(1);
    private static final Secret SECRET = Secret.of("whsec_c3RvY2tyb29tLXNhbmRib3gtc2VjcmV0");

    /** The waits of production. */
    public static class AsDeployed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stockroom.webhooks.first-wait", "PT30S", "stockroom.ledger.settle", "PT60S");
        }
    }

    SandboxServer server;

    @Inject
    @Named("receive-webhook")
    ReceiveWebhook door;
    @Inject
    LocalQueue queue;
    @Inject
    Clock systemClock;

    private JumpingClock clock;
    private int deliveries;

    @BeforeEach
    void startInPeace() {
        clock = (JumpingClock) systemClock;
        clock.reset();
        server.sandbox().reset();
        queue.clear();
    }

    @AfterEach
    void endInPeace() {
        clock.reset();
        server.sandbox().reset();
        queue.clear();
    }

    @Test
    void anHourWithoutAltegioLosesNothingAndDoublesNothing() {
        server.sandbox().faults().add(SandboxFault.of(Kind.DROP_AFTER_COMMIT).on(SandboxRoute.BOOK).times(20));
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).times(0));
        for (int i = 0; i < OPERATIONS; i++) {
            post(i);
            if (i % 2 == 0) {
                post(i);
            }
        }
        assertEquals(OPERATIONS * 3 / 2, queue.size());
        for (Duration passed = Duration.ZERO; passed.compareTo(OUTAGE) <= 0; passed = passed.plus(STEP)) {
            deliver();
        }
        int lost = server.sandbox().commits().size();
        assertTrue(lost > 10, () -> lost + " answers were lost");
        assertEquals(OPERATIONS * 3 / 2, queue.size());
        int inVain = deliveries;

        server.sandbox().faults().clear();
        for (Duration passed = Duration.ZERO; queue.size() > 0 && passed.compareTo(OUTAGE) < 0; passed = passed.plus(STEP)) {
            deliver();
        }

        assertEquals(0, queue.size());
        Map<String, Long> booked = server.sandbox().commits().stream()
                .collect(Collectors.groupingBy(document -> document.comment().replaceAll(" \\[sr:.*", ""), Collectors.counting()));
        assertEquals(IntStream.range(0, OPERATIONS).filter(number -> !isRefused(number)).boxed()
                .collect(Collectors.toMap(number -> "Order " + number, number -> 1L)), booked);
        List<Map<String, String>> dead = queue.reasons();
        assertEquals(IntStream.range(0, OPERATIONS).filter(OutageTest::isRefused).map(number -> number % 2 == 0 ? 2 : 1).sum(), dead.size());
        assertTrue(dead.stream().allMatch(reason -> reason.get("reason").equals("refused") && reason.get("status").equals("422")), dead::toString);
        System.out.printf("Outage of an hour: %d operations in %d messages, %d batches in vain, %d booked once (%d of them with the answer lost), %d dead letters%n",
                OPERATIONS, OPERATIONS * 3 / 2, inVain, booked.size(), lost, dead.size());
    }

    private void deliver() {
        boolean more = true;
        while (more) {
            more = queue.deliver();
            deliveries += more ? 1 : 0;
        }
        clock.jump(STEP);
    }

    private void post(int number) {
        String body = "{\"type_id\": 1, \"create_date\": \"2026-11-23T10:00:00+02:00\", \"storage_id\": 101, \"master_id\": 201, \"comment\": \"Order "
                + number + "\", \"goods_transactions\": [{\"good_id\": " + (isRefused(number) ? 999_999 : 3001 + number % 14)
                + ", \"amount\": 1, \"cost_per_unit\": 10, \"discount\": 0, \"operation_unit_type\": 1}]}";
        String id = "order-" + number;
        String time = String.valueOf(clock.instant().getEpochSecond());
        APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder().withRawPath("/webhooks/operations/4564").withBody(body)
                .withHeaders(Map.of("webhook-id", id, "webhook-timestamp", time, "webhook-signature",
                        SECRET.sign(id, time, body.getBytes(UTF_8)))).build();
        assertEquals(202, door.handleRequest(event, null).getStatusCode());
    }

    /** A tenth of the operations name a good that nobody has; half of those are posted twice, as of the others. */
    private static boolean isRefused(int number) {
        return number % 20 == 9 || number % 20 == 10;
    }
}
