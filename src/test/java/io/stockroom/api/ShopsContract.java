package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stockroom.altegio.Marker;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders of Shopify and WooCommerce, from the shop to the stock. */
abstract class ShopsContract extends QueuedApi {

    static final String DEMO = "/webhooks/shops/demo";
    static final String WOO = "/webhooks/shops/woo";

    private final String id = String.valueOf(ThreadLocalRandom.current().nextLong(1_000_000_000L, 2_000_000_000L));

    @Test
    void anOrderOfShopifyMovesStockToTheCentAndCanBeSearched() {
        double before = stock(3001);
        demo("orders/paid", shopify(item("SR-3001", 3, "14.90", "2.50"), item("SR-3002", 1, "12.50", "0.00"))).statusCode();
        deliver();

        assertEquals(List.of("demo #" + id), comments());
        List<Map<String, Object>> lines = lines();
        assertEquals(3, lines.size());
        assertEquals(List.of("14.07", "14.06", "12.5"), lines.stream().map(line -> line.get("cost_per_unit").toString()).toList());
        assertEquals(List.of("28.14", "14.06", "12.5"), lines.stream().map(line -> line.get("cost").toString()).toList());
        assertEquals(before - 3, stock(3001));
        assertEquals(List.of(), deadLetters());
    }

    @Test
    void anOrderOfWooCommerceMovesStockToo() {
        woo("order.created", wooCommerce("processing", "2026-11-20T10:00:00", wooItem("SR-3001", "2", "24.83", "4.97")));
        deliver();

        assertEquals(List.of("woo " + id), comments());
        assertEquals(List.of("14.9"), lines().stream().map(line -> line.get("cost_per_unit").toString()).toList());
    }

    /** Nine deliveries of one order: other topics and states, bodies that differ in everything but goods and money, any order. */
    @Test
    void whateverIsDeliveredAgainForAnOrderIsBookedAlready() {
        for (int i = 0; i < 9; i++) {
            woo(i == 4 ? "order.created" : "order.updated", wooCommerce(i % 2 == 0 ? "processing" : "completed",
                    "2026-11-20T10:00:0" + (i * 7 % 9), wooItem("SR-3001", i % 2 == 0 ? "2" : "2.0", "24.8300", "4.97"))
                    .replace("'note': ''", "'note': 'call " + i + "'"));
            if (i % 3 == 0) {
                deliver();
            }
        }
        deliver();

        assertEquals(1, booked().size());
        assertEquals(0, queued());
        assertEquals(List.of(), deadLetters());
    }

    @Test
    void anOrderThatChangedWaitsForAPersonWithTheDifferenceNamed() {
        woo("order.created", wooCommerce("processing", "2026-11-20T10:00:00", wooItem("SR-3001", "2", "29.80", "0.00")));
        deliver();
        woo("order.updated", wooCommerce("processing", "2026-11-20T11:00:00", wooItem("SR-3001", "1", "14.90", "0.00"),
                wooItem("SR-3002", "1", "12.50", "0.00")));
        woo("order.updated", wooCommerce("processing", "2026-11-20T09:00:00", wooItem("SR-3001", "9", "14.90", "0.00")));
        deliver();

        assertEquals(1, booked().size());
        assertEquals(List.of("order-changed"), reasons());
        assertEquals("Order " + id + " of woo: it was changed after it was booked: SR-3001: booked 2 for 29.80, now 1 for 14.90; SR-3002:"
                + " booked nothing, now 1 for 12.50 (document " + booked().get(0).get("id") + "). Nothing was booked for the change",
                deadLetters().get(0).get("detail"));
    }

    @Test
    void anUnknownSkuIsNamedAndTheWholeOrderBooksOnceAfterTheCatalogWasMended() {
        String order = shopify(item("SR-3001", 1, "14.90", "0.00"), item("TEA-7", 2, "3.00", "0.00"));
        demo("orders/paid", order);
        deliver();

        assertEquals(List.of(), booked());
        assertEquals(List.of("unknown-sku"), reasons());
        assertEquals("Order #" + id + " of demo: line 2 (Tea): no good has the article TEA-7", deadLetters().get(0).get("detail"));
        article(3003, "TEA-7");
        redrive();
        demo("orders/paid", order);
        deliver();

        assertEquals(List.of("demo #" + id), comments());
        assertEquals(2, lines().size());
        assertEquals(List.of(), deadLetters());
    }

    @Test
    void anAmbiguousSkuIsNamedWithItsGoods() {
        article(3002, "twin-1");
        article(3003, "TWIN-1 ");
        demo("orders/paid", shopify(item("Twin-1", 1, "14.90", "0.00")));
        deliver();

        assertEquals(List.of("ambiguous-sku"), reasons());
        assertEquals("Order #" + id + " of demo: line 1 (Tea): the article Twin-1 fits the goods 3002 (twin-1), 3003 (TWIN-1)",
                deadLetters().get(0).get("detail"));
    }

    @Test
    void caseAndBlanksDoNotMatterButAnExactArticleWins() {
        article(3002, "twin-2");
        article(3003, "TWIN-2");
        demo("orders/paid", shopify(item("TWIN-2", 1, "14.90", "0.00"), item(" sr-3004", 1, "1.00", "0.00")));
        deliver();

        assertEquals(List.of(), deadLetters());
        assertEquals(List.of("3003", "3004"), lines().stream().map(line -> ((Map<?, ?>) line.get("good")).get("id").toString()).toList());
    }

    @ParameterizedTest
    @CsvSource({"USD,other-currency", "EUR,order-too-large"})
    void whatCannotBeBookedWaitsWithAReason(String currency, String reason) {
        String order = shopify(item("SR-3001", 1, "14.90", "0.00")).replace("'EUR'", "'" + currency + "'");
        demo("orders/paid", reason.equals("order-too-large") ? "{'id': " + id + "}" : order);
        deliver();

        assertEquals(List.of(reason), reasons());
        assertEquals(List.of(), booked());
    }

    @Test
    void aRefundThatBringsGoodsBackWaitsForAPerson() {
        demo("orders/paid", shopify(item("SR-3001", 2, "14.90", "0.00")));
        demo("refunds/create", "{'id': 9, 'order_id': " + id + ", 'created_at': '" + time() + "', 'refund_line_items':"
                + " [{'line_item_id': 1, 'quantity': 1, 'restock_type': 'return', 'line_item': {'sku': 'SR-3001'}}]}");
        deliver();

        assertEquals(1, booked().size());
        assertEquals(List.of("goods-come-back"), reasons());
        assertTrue(deadLetters().get(0).get("detail").contains("1 of SR-3001"), deadLetters()::toString);
    }

    @Test
    void whatAltegioRejectsWaitsWithItsWords() {
        fault(Map.of("fault", "refuse", "route", WebhooksContract.BOOK, "message", "The period is closed"));
        demo("orders/paid", shopify(item("SR-3001", 1, "14.90", "0.00")));
        deliver();

        assertEquals(List.of("rejected"), reasons());
        assertTrue(deadLetters().get(0).get("detail").contains("The period is closed"), deadLetters()::toString);
        redrive();
        deliver();
        assertEquals(1, booked().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/create", "orders/updated", "orders/cancelled", "products/update"})
    void otherTopicsBookNothing(String topic) {
        demoResponse(topic, shopify(item("SR-3001", 1, "14.90", "0.00"))).then().statusCode(200);

        assertEquals(0, queued());
    }

    @Test
    void aTestOrderBooksNothing() {
        demoResponse("orders/paid", shopify(item("SR-3001", 1, "14.90", "0.00")).replace("'test': false", "'test': true")).then()
                .statusCode(200);

        assertEquals(0, queued());
    }

    @Test
    void anOrderWithoutStockIsDone() {
        demo("orders/paid", shopify("{'title': 'Tip', 'quantity': 1, 'price': '2.00'}"));
        deliver();

        assertEquals(0, queued());
        assertEquals(List.of(), booked());
        assertEquals(List.of(), deadLetters());
    }

    @Test
    void thePingOfWooCommerceGetsAPlain200() {
        given().contentType("application/x-www-form-urlencoded").body("webhook_id=12").post(WOO).then().statusCode(200);
        given().contentType("application/x-www-form-urlencoded").body("webhook_id=12").post(DEMO).then().statusCode(401);
        assertEquals(0, queued());
    }

    @Test
    void nothingIsRevealedToWhoeverIsNotTheShop() {
        byte[] body = bytes(shopify(item("SR-3001", 1, "14.90", "0.00")));
        List<Response> rejected = List.of(SignedOrder.shopify("orders/paid", body).post("/webhooks/shops/nobody"),
                SignedOrder.shopify("orders/paid", body).post("/webhooks/shops/4564"),
                SignedOrder.wooCommerce("order.created", body).post(DEMO), given().contentType("application/json").body(body).post(DEMO),
                given().contentType("application/json").header("X-Shopify-Hmac-SHA256", "x").body(body).post(DEMO),
                given().contentType("text/plain").body("x").post(WOO));

        rejected.forEach(response -> response.then().statusCode(401).body("type", equalTo("urn:stockroom:problem:invalid-signature")));
        assertEquals(1, rejected.stream().map(Response::asString).distinct().count());
        assertEquals(0, queued());
    }

    @Test
    void aSignedBodyThatIsNoOrderIsTakenAndWaitsForAPerson() {
        demo("orders/paid", "{'name': '#1'}");
        deliver();

        assertEquals(List.of("invalid-order"), reasons());
    }

    @Test
    void aNameThatWasMangledElsewhereDoesNotMatter() {
        demo("orders/paid", shopify(item("SR-3001", 1, "14.90", "0.00")).replace("'note': ''", "'note': '\ufffd'"));
        deliver();

        assertEquals(1, booked().size());
    }

    /** Shopify waits for 5 seconds in all, and the response must not depend on Altegio. */
    @Test
    void isTakenWithinASecondWhileAltegioIsDown() {
        fault(Map.of("fault", "hang", "delay", "PT4S", "times", 0));
        demo("orders/paid", shopify(item("SR-3001", 1, "14.90", "0.00")));
        long started = System.nanoTime();
        demo("orders/paid", shopify(item("SR-3001", 1, "14.90", "0.00")));

        assertTrue(System.nanoTime() - started < Duration.ofSeconds(1).toNanos());
        assertEquals(2, queued());
        given().delete(sandbox + "/faults");
        deliver();
        assertEquals(1, booked().size());
    }

    /** A megabyte of Cyrillic is six megabytes as ASCII: the message is compressed. */
    @Test
    void anOrderOfAMegabyteIsBooked() {
        String order = shopify(item("SR-3001", 1, "14.90", "0.00")).replace("'note': ''", "'note': '" + "ж".repeat(500_000) + "'");
        demo("orders/paid", order);
        deliver();

        assertEquals(1, booked().size());
    }

    /** Limits of Altegio on the number of lines are not known: the order is one operation, whole or not at all. */
    @Test
    void anOrderOf500LinesIsOneDocument() {
        demo("orders/paid", shopify(IntStream.range(0, 500).mapToObj(i -> item("SR-" + (3016 + i % 25), 1 + i % 3, "1.00", "0.01"))
                .toArray(String[]::new)));
        deliver();

        assertEquals(1, booked().size());
        assertEquals(List.of(), deadLetters());
    }

    /** Returns the number of the test's order with that index. */
    String number(int index) {
        return id + index;
    }

    /** Sends one of several orders. */
    void order(int index) {
        demo("orders/paid", shopify(item("SR-" + (3021 + index), 1, "14.90", "0.00")).replace(id, number(index)));
    }

    private void article(long good, String article) {
        given().contentType("application/json").body(Map.of("good_id", good, "article", article)).post(sandbox + "/articles").then()
                .statusCode(200);
    }

    private double stock(long good) {
        List<Map<String, Object>> goods = given().header("Authorization", "Bearer sandbox-partner, User " + token())
                .accept("application/vnd.api.v2+json").get(sandbox + "/api/v1/goods/4564").then().statusCode(200).extract().jsonPath()
                .getList("data");
        return goods.stream().filter(each -> each.get("good_id").toString().equals(String.valueOf(good)))
                .flatMap(each -> ((List<?>) each.get("actual_amounts")).stream()).map(level -> (Map<?, ?>) level)
                .filter(level -> level.get("storage_id").toString().equals("101"))
                .mapToDouble(level -> Double.parseDouble(level.get("amount").toString())).sum();
    }

    private String token() {
        return given().header("Authorization", "Bearer sandbox-partner").accept("application/vnd.api.v2+json")
                .contentType("application/json").body(Map.of("login", "sandbox@example.com", "password", "sandbox"))
                .post(sandbox + "/api/v1/auth").then().extract().path("data.user_token");
    }

    private List<String> comments() {
        return booked().stream().map(document -> Marker.removedFrom(document.get("comment").toString())).toList();
    }

    /** Returns the lines of the only document, as the search has them, in the order of the booking. */
    private List<Map<String, Object>> lines() {
        assertEquals(1, booked().size());
        List<Map<String, Object>> rows = new ArrayList<>(given().get(TRANSACTIONS + "?document_id=" + booked().get(0).get("id")).then()
                .statusCode(200).extract().jsonPath().getList("data"));
        rows.sort((one, other) -> one.get("id").toString().compareTo(other.get("id").toString()));
        return rows;
    }

    private List<String> reasons() {
        return deadLetters().stream().map(letter -> letter.get("reason")).collect(Collectors.toList());
    }

    Response demo(String topic, String order) {
        Response response = demoResponse(topic, order);
        response.then().statusCode(202).body("success", equalTo(true));
        return response;
    }

    private static Response demoResponse(String topic, String order) {
        return SignedOrder.shopify(topic, bytes(order)).post(DEMO);
    }

    private static void woo(String topic, String order) {
        RequestSpecification request = SignedOrder.wooCommerce(topic, bytes(order));
        request.post(WOO).then().statusCode(202);
    }

    private static byte[] bytes(String order) {
        return order.replace('\'', '"').getBytes(UTF_8);
    }

    private String time() {
        return now().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private String shopify(String... items) {
        return "{'id': " + id + ", 'name': '#" + id + "', 'test': false, 'note': '', 'created_at': '" + time() + "', 'currency': 'EUR',"
                + " 'financial_status': 'paid', 'taxes_included': true, 'line_items': [" + String.join(", ", items) + "]}";
    }

    private static String item(String sku, int quantity, String price, String discount) {
        return "{'product_id': 1, 'title': 'Tea', 'sku': '" + sku + "', 'quantity': " + quantity + ", 'price': '" + price
                + "', 'total_discount': '0.00', 'discount_allocations': [{'amount': '" + discount + "'}]}";
    }

    private String wooCommerce(String status, String modified, String... items) {
        String created = time().replace("Z", "");
        return "{'id': " + id + ", 'number': '" + id + "', 'status': '" + status + "', 'note': '', 'currency': 'EUR', 'date_created_gmt': '"
                + created + "', 'date_modified_gmt': '" + modified + "', 'date_paid_gmt': '" + created + "', 'line_items': ["
                + String.join(", ", items) + "]}";
    }

    private static String wooItem(String sku, String quantity, String total, String tax) {
        return "{'product_id': 1, 'name': 'Tea', 'sku': '" + sku + "', 'quantity': " + quantity
                + ", 'price': 12.333333333333334, 'total': '"
                + total + "', 'total_tax': '" + tax + "'}";
    }
}
