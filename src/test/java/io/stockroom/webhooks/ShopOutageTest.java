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
import io.stockroom.api.SignedOrder;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRoute;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * An hour-long outage of Altegio in simulated time, which begins with responses that are lost after the commit. Meanwhile two shops deliver
 * their orders, each three to nine times, in random order. Each order is booked once, to the cent, and none is lost.
 */
@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@TestProfile(ShopOutageTest.Production.class)
class ShopOutageTest extends SimulatedOutage {

    private static final int ORDERS = 300;

    /** The delays of production, and its circuit breaker. */
    public static class Production implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("stockroom.webhooks.base-delay", "PT30S", "stockroom.ledger.settle", "PT60S",
                    "altegio.circuit-breaker.failure-rate", "50", "altegio.retry.attempts", "1");
        }
    }

    private final Random random = new Random(1919);

    @Test
    void booksEachOrderOnceAndToTheCentAfterAnHourWithoutAltegio() {
        server.sandbox().faults().add(SandboxFault.of(Kind.DROP_AFTER_COMMIT).on(SandboxRoute.BOOK).times(0));
        Map<String, BigDecimal> paid = new TreeMap<>();
        List<APIGatewayV2HTTPEvent> deliveries = deliveries(paid);
        Collections.shuffle(deliveries, random);
        int steps = (int) OUTAGE.dividedBy(STEP);
        for (int step = 0; step < steps; step++) {
            deliveries.subList(deliveries.size() * step / steps, deliveries.size() * (step + 1) / steps)
                    .forEach(this::receive);
            deliver();
            if (step == 0) {
                server.sandbox().faults().clear();
                server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).times(0));
            }
        }
        int lost = server.sandbox().commits().size();
        assertTrue(lost > 3, () -> lost + " responses were lost");
        assertTrue(queue.messages().size() > deliveries.size() * 9 / 10, () -> queue.messages().size() + " messages are kept");

        server.sandbox().faults().clear();
        deliverUntilEmpty();

        assertEquals(List.of(), queue.deadLetters());
        Map<String, List<BigDecimal>> booked = server.sandbox().commits().stream().collect(Collectors.groupingBy(
                document -> Marker.removedFrom(document.comment()), TreeMap::new,
                Collectors.mapping(
                        document -> document.lines().stream().map(line -> line.line().price().cost().setScale(2)).reduce(BigDecimal.ZERO,
                                BigDecimal::add),
                        Collectors.toList())));
        assertEquals(paid.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> List.of(each.getValue()))), booked);
        System.out.printf("Outage of an hour: %d orders of two shops in %d deliveries, %d booked once and to the cent (%d of them with the"
                + " response lost), %s in all%n", ORDERS, deliveries.size(), booked.size(), lost,
                paid.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    /** @param paid receives what was paid for each order, by the comment of its document */
    private List<APIGatewayV2HTTPEvent> deliveries(Map<String, BigDecimal> paid) {
        List<APIGatewayV2HTTPEvent> deliveries = new ArrayList<>();
        String created = clock.instant().toString().substring(0, 19);
        for (int i = 0; i < ORDERS; i++) {
            boolean isShopify = i % 2 == 0;
            List<BigDecimal> totals = IntStream.rangeClosed(0, random.nextInt(4))
                    .mapToObj(line -> BigDecimal.valueOf(random.nextInt(20_000), 2)).toList();
            paid.put(isShopify ? "demo #" + i : "woo " + i, totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
            List<Integer> quantities = totals.stream().map(total -> 1 + random.nextInt(7)).toList();
            int times = 3 + random.nextInt(7);
            for (int delivery = 0; delivery < times; delivery++) {
                deliveries.add(isShopify ? shopify(i, created, totals, quantities, delivery)
                        : wooCommerce(i, created, totals, quantities, delivery));
            }
        }
        return deliveries;
    }

    private static APIGatewayV2HTTPEvent shopify(int number, String created, List<BigDecimal> totals, List<Integer> quantities,
            int delivery) {
        String lines = IntStream.range(0, totals.size()).mapToObj(line -> {
            BigDecimal list = totals.get(line).divide(BigDecimal.valueOf(quantities.get(line)), 2, RoundingMode.UP);
            BigDecimal discount = list.multiply(BigDecimal.valueOf(quantities.get(line))).subtract(totals.get(line));
            return "{\"product_id\": 1, \"sku\": \"SR-" + (3001 + line) + "\", \"quantity\": " + quantities.get(line) + ", \"price\": \""
                    + list + "\", \"discount_allocations\": [{\"amount\": \"" + discount + "\"}]}";
        }).collect(Collectors.joining(","));
        String body = "{\"id\": " + (70_000_000 + number) + ", \"name\": \"#" + number + "\", \"note\": \"" + delivery
                + "\", \"created_at\": \"" + created + "Z\", \"currency\": \"EUR\", \"financial_status\": \"paid\","
                + " \"taxes_included\": true, \"line_items\": [" + lines + "]}";
        return event("/webhooks/shops/demo", body, Map.of("X-Shopify-Topic", "orders/paid", "X-Shopify-Hmac-SHA256",
                SignedOrder.signature(SignedOrder.SHOPIFY_SECRET, body.getBytes(UTF_8))));
    }

    private static APIGatewayV2HTTPEvent wooCommerce(int number, String created, List<BigDecimal> totals, List<Integer> quantities,
            int delivery) {
        String lines = IntStream.range(0, totals.size()).mapToObj(line -> {
            BigDecimal tax = totals.get(line).movePointLeft(1).setScale(2, RoundingMode.DOWN);
            return "{\"product_id\": 1, \"sku\": \"SR-" + (3001 + line) + "\", \"quantity\": " + quantities.get(line) + ", \"total\": \""
                    + totals.get(line).subtract(tax) + "\", \"total_tax\": \"" + tax + "\"}";
        }).collect(Collectors.joining(","));
        String body = "{\"id\": " + (80_000_000 + number) + ", \"number\": \"" + number + "\", \"status\": \""
                + (delivery % 2 == 0 ? "processing" : "completed") + "\", \"currency\": \"EUR\", \"date_created_gmt\": \"" + created
                + "\", \"date_paid_gmt\": \"" + created + "\", \"date_modified_gmt\": \"" + created.substring(0, 18) + delivery
                + "\", \"line_items\": [" + lines + "]}";
        return event("/webhooks/shops/woo", body, Map.of("X-WC-Webhook-Topic", delivery == 0 ? "order.created" : "order.updated",
                "X-WC-Webhook-Signature", SignedOrder.signature(SignedOrder.WOOCOMMERCE_SECRET, body.getBytes(UTF_8))));
    }

    private static APIGatewayV2HTTPEvent event(String path, String body, Map<String, String> headers) {
        return APIGatewayV2HTTPEvent.builder().withRawPath(path).withBody(body).withHeaders(headers).build();
    }
}
