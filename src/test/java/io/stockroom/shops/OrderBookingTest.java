package io.stockroom.shops;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.api.SandboxResource;
import io.stockroom.invocation.CallContext;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxFault.Kind;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.problems.ProblemException;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of an order from the queue, beyond what is visible over HTTP. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class OrderBookingTest {

    private static final Duration TTL = Duration.ofDays(3650);

    SandboxServer server;

    @Inject
    OrderBooking orders;
    @Inject
    Clock clock;

    private final long id = ThreadLocalRandom.current().nextLong(1_000_000_000L, 2_000_000_000L);

    @BeforeEach
    void reset() {
        server.sandbox().reset();
    }

    @Test
    void countsOrdersAndLinesLeftOut() {
        String tip = "{'title': 'Tip', 'quantity': 1, 'price': '2.00'}";

        assertEquals(new OrderResult("booked", Map.of("Orders", 1, "LeftOut", 1)),
                book(order(clock.instant(), line("SR-3001", 1) + "," + tip)));
        assertEquals(new OrderResult("replayed", Map.of("AlreadyBooked", 1)), book(order(clock.instant(), line("SR-3001", 1))));
        assertEquals(new OrderResult("nothing-to-book", Map.of("LeftOut", 1)), book(order(clock.instant(), tip)));
    }

    /** Nine deliveries of an order that is booked need no calls to Altegio. */
    @Test
    void anOrderThatIsBookedIsNotLookedUpAgain() {
        book(order(clock.instant(), line("SR-3001", 1)));
        long goods = server.sandbox().traffic().count(SandboxRoute.GOODS);
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).times(0));

        assertEquals("replayed", book(order(clock.instant(), line("SR-3001", 1))).outcome());
        assertEquals(goods, server.sandbox().traffic().count(SandboxRoute.GOODS));
    }

    /** A look-up that fails leaves the key free: nothing was sent. */
    @Test
    void aFailedLookUpIsTransientAndHoldsNothing() {
        String article = "NEW-" + id;
        given().contentType("application/json").body(Map.of("good_id", 3005, "article", article)).post(server.root() + "/articles").then()
                .statusCode(200);
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).on(SandboxRoute.GOODS).times(2));
        String order = order(clock.instant(), line(article, 1));

        assertEquals(503, assertThrows(ProblemException.class, () -> book(order)).problem().status());
        assertEquals("booked", book(order).outcome());
        assertEquals(1, server.sandbox().commits().size());
    }

    /** A lost response: another state of the order must wait for the outcome of the first one. */
    @Test
    void anotherStateWaitsWhileTheFirstOneMayBeBooked() {
        server.sandbox().faults().add(SandboxFault.of(Kind.DROP_AFTER_COMMIT).on(SandboxRoute.BOOK));
        server.sandbox().faults().add(SandboxFault.of(Kind.ERROR_503).on(SandboxRoute.SEARCH).times(0));
        String first = order(clock.instant(), line("SR-3001", 1));
        String second = order(clock.instant(), line("SR-3001", 2));

        assertEquals("outcome-unknown", assertThrows(ProblemException.class, () -> book(first)).problem().name());
        assertEquals("order-in-progress", assertThrows(ProblemException.class, () -> book(second)).problem().name());
        server.sandbox().faults().clear();
        assertEquals("reconciled", book(first).outcome());
        OrderException changed = assertThrows(OrderException.class, () -> book(second));
        assertEquals(OrderReason.ORDER_CHANGED, changed.reason());
        assertTrue(changed.problem().detail().contains("SR-3001: booked 1 for 14.90, now 2 for 29.80"), changed.problem()::detail);
        assertEquals(1, server.sandbox().commits().size());
    }

    @Test
    void anOrderOlderThanTheLedgersMemoryWaitsForAPerson() {
        Instant now = clock.instant();

        OrderException old = assertThrows(OrderException.class, () -> book(order(now.minus(TTL), line("SR-3001", 1))));
        assertEquals(OrderReason.ORDER_TOO_OLD, old.reason());
        assertEquals("booked", book(order(now.minus(TTL).plus(Duration.ofMinutes(1)), line("SR-3001", 1))).outcome());
    }

    @Test
    void aProductWithoutASkuIsNamed() {
        OrderException unknown = assertThrows(OrderException.class,
                () -> book(order(clock.instant(), line("SR-3001", 1) + "," + line("", 1))));

        assertEquals(OrderReason.UNKNOWN_SKU, unknown.reason());
        assertEquals("Order #1 of demo: without a SKU: line 2 (Tea)", unknown.problem().detail());
    }

    @Test
    void theShopMustBeConfigured() {
        assertEquals(OrderReason.UNKNOWN_SHOP, assertThrows(OrderException.class,
                () -> orders.location(new QueuedOrder("gone", "orders/paid", new byte[0]))).reason());
    }

    /** A catalog is read in pages; five codes and fewer are searched for. */
    @Test
    void manyCodesAreLookedUpInFewCalls() {
        StringBuilder lines = new StringBuilder(line("SR-3016", 1));
        for (int i = 17; i <= 40; i++) {
            lines.append(',').append(line("SR-30" + i, 1));
        }
        book(order(clock.instant(), lines.toString()));

        // The first call after a reset is one with an expired token.
        assertTrue(server.sandbox().traffic().count(SandboxRoute.GOODS) <= 3,
                () -> server.sandbox().traffic().count(SandboxRoute.GOODS) + " calls");
        assertEquals(25, server.sandbox().commits().get(0).lines().size());
    }

    private OrderResult book(String order) {
        return orders.book(new QueuedOrder("demo", "orders/paid", Orders.bytes(order)), CallContext.in(Duration.ofSeconds(20), clock));
    }

    private String order(Instant created, String lines) {
        return "{'id': " + id + ", 'name': '#1', 'created_at': '" + created + "', 'currency': 'EUR', 'financial_status': 'paid',"
                + " 'taxes_included': true, 'line_items': [" + lines + "]}";
    }

    private static String line(String sku, int quantity) {
        return "{'product_id': 1, 'title': 'Tea', 'sku': '" + sku + "', 'quantity': " + quantity + ", 'price': '14.90'}";
    }
}
