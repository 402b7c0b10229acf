package io.stockroom.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Shopify's orders and refunds, with payloads of our own. */
class ShopifyFormatTest {

    private static final String LINE = "{'id': 1, 'sku': 'SR-3001', 'product_id': 7, 'title': 'Tea', 'quantity': 2, 'price': '14.90'}";

    private final ShopFormat format = ShopKind.SHOPIFY.format();

    @Test
    void readsAnOrder() {
        ShopOrder order = order("", LINE);

        assertEquals("5001", order.id());
        assertEquals("#1001", order.number());
        assertEquals(OffsetDateTime.parse("2026-11-23T09:00:00+02:00"), order.placed());
        assertEquals(Instant.parse("2026-11-23T07:05:00Z"), order.created());
        assertEquals(Instant.parse("2026-11-23T08:00:00Z"), order.modified());
        assertEquals("EUR", order.currency());
        assertTrue(order.isPaid());
        assertTrue(order.isSale());
        assertEquals("1: 2 of SR-3001 for 29.80", Orders.lines(order));
        assertEquals(List.of(), order.leftOut());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            // total_discount is often zero although there is a discount.
            "'quantity': 3, 'price': '10.00', 'total_discount': '0.00', 'discount_allocations': [{'amount': '2.50'}, {'amount': '0.01'}]|27.49",
            "'quantity': 3, 'price': '10.00', 'total_discount': '5.00', 'discount_allocations': []|30.00",
            "'quantity': 3, 'price': '10.00', 'total_discount': '5.00'|25.00",
            "'quantity': 2, 'price': '10.00', 'discount_allocations': [{'amount': '20.00'}]|0.00",
            "'quantity': 2, 'price': 0.07|0.14", "'quantity': '2', 'price': ' 10 '|20.00", "'quantity': 0.25, 'price': '9.99'|2.50",
            "'quantity': 1, 'price': '10.00', 'tax_lines': [{'price': '1.90'}]|10.00"})
    void paidIsThePriceLessTheAllocations(String fields, String paid) {
        assertEquals(paid, order("", line(fields)).lines().get(0).paid().toPlainString());
    }

    @Test
    void taxesComeOnTopUnlessTheyAreIncluded() {
        String line = line("'quantity': 2, 'price': '10.00', 'tax_lines': [{'price': '3.80'}, {'price': '0.41'}],"
                + " 'discount_allocations': [{'amount': '1.00'}]");

        assertEquals("1: 2 of SR-3001 for 23.21", Orders.lines(order("'taxes_included': false,", line)));
        assertEquals("1: 2 of SR-3001 for 19.00", Orders.lines(order("'taxes_included': true,", line)));
    }

    @Test
    void linesWithoutStockAreLeftOutByName() {
        ShopOrder order = order("", "{'id': 1, 'title': 'Custom', 'quantity': 1, 'price': '5.00', 'product_id': null, 'sku': null},"
                + "{'id': 2, 'title': 'Tip', 'quantity': 1, 'price': '2.00', 'sku': ''},"
                + "{'id': 3, 'title': 'Gift card', 'quantity': 1, 'price': '50.00', 'gift_card': true, 'product_id': 9, 'sku': 'GC-50'},"
                + LINE);

        assertEquals("4: 2 of SR-3001 for 29.80", Orders.lines(order));
        assertEquals(List.of("line 1 (custom item or tip)", "line 2 (custom item or tip)", "line 3 (gift card)"), order.leftOut());
    }

    @Test
    void aProductWithoutASkuIsNotLeftOut() {
        assertEquals(null, order("", "{'product_id': 7, 'sku': ' ', 'title': 'Tea', 'quantity': 1, 'price': '5.00'}").lines().get(0).sku());
    }

    @Test
    void anEditBeforeTheBookingCounts() {
        assertEquals("2: 2 of SR-3001 for 29.80", Orders.lines(order("", line("'quantity': 3, 'current_quantity': 0, 'price': '1.00'") + ","
                + LINE)));
        OrderException edited = assertThrows(OrderException.class,
                () -> order("", line("'quantity': 3, 'current_quantity': 1, 'price': '1.00'")));
        assertEquals(OrderReason.ORDER_CHANGED, edited.reason());
        assertTrue(edited.problem().detail().contains("1 of 3 are left"), edited.problem()::detail);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'quantity': -1, 'price': '1.00'", "'quantity': 1, 'price': '-1.00'",
            "'quantity': 1, 'price': '1.00', 'discount_allocations': [{'amount': '2.00'}]", "'quantity': 0, 'price': '0', 'tax_lines': [],"
                    + " 'discount_allocations': [{'amount': '-3.00'}]"})
    void negativeLinesAreNoSale(String fields) {
        assertEquals(OrderReason.NOT_A_SALE, assertThrows(OrderException.class, () -> order("", line(fields))).reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'id': 'x'|id", "'id': 0|id", "'created_at': 'yesterday'|created_at",
            "'created_at': '2026-11-23T10:00:00'|created_at", "'currency': null|currency", "'line_items': 3|line_items",
            "'line_items': null|line_items", "'line_items': [{'product_id': 1, 'quantity': 'two', 'price': '1'}]|line_items[0].quantity",
            "'line_items': [{'product_id': 1, 'quantity': 1}]|line_items[0].price",
            "'line_items': [{'product_id': 1, 'quantity': 1, 'price': '1e999'}]|line_items[0].price"})
    void aFieldThatCannotBeReadIsNamed(String field, String name) {
        OrderException invalid = assertThrows(OrderException.class, () -> format.order("orders/paid", Orders.json(
                "{'id': 1, 'created_at': '2026-11-23T09:00:00+02:00', 'currency': 'EUR', 'line_items': [" + LINE + "], " + field + "}")));

        assertEquals(OrderReason.INVALID_ORDER, invalid.reason());
        assertTrue(invalid.problem().detail().contains("field " + name + " "), invalid.problem()::detail);
    }

    @ParameterizedTest
    @CsvSource({"paid,true", "partially_refunded,true", "refunded,true", "pending,false", "authorized,false", "voided,false"})
    void isPaidByItsFinancialStatus(String status, boolean paid) {
        assertEquals(paid, format.order("orders/create", Orders.json("{'id': 1, 'created_at': '2026-11-23T09:00:00Z', 'currency': 'EUR',"
                + " 'financial_status': '" + status + "', 'line_items': []}")).isPaid());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {"orders/paid|'id': 1, 'name': '#1'|-",
            "orders/create|'id': 1, 'name': '#1'|topic",
            "orders/updated|'id': 1, 'name': '#1'|topic", "``|'id': 1|topic", "orders/paid|'id': 1|-",
            "orders/paid|'id': 1, 'test': true|test", "orders/paid|'id': 1, 'test': false|-",
            "orders/paid|'id': 1, 'cancelled_at': '2026-11-23T10:00:00Z'|canceled", "orders/paid|'id': 1, 'cancelled_at': null|-",
            "orders/paid|'id': 1, 'source_name': 'pos'|point of sale", "orders/paid|'id': 1, 'source_name': 'web'|-",
            "refunds/create|'id': 1|-", "refunds/create|'id': 1, 'refund_line_items': []|refund",
            "refunds/create|'id': 1, 'refund_line_items': [{'line_item_id': 1, 'quantity': 1, 'restock_type': 'no_restock'}]|refund",
            "refunds/create|'id': 1, 'refund_line_items': [{'line_item_id': 1, 'quantity': 1, 'restock_type': 'return'}]|-",
            "refunds/create|'id': 1, 'refund_line_items': [{'line_item_id': 1, 'quantity': 1, 'restock_type': 'cancel'}]|-"})
    void tellsWhatBooksNothing(String topic, String fields, String why) {
        Optional<String> ignored = format.ignoredBecause(ShopConfigs.shop("shopify", Map.of()), topic, Orders.json("{" + fields + "}"));

        assertEquals(why == null, ignored.isEmpty(), ignored::toString);
        ignored.ifPresent(reason -> assertTrue(reason.contains(why), reason));
    }

    @Test
    void ordersOfThePointOfSaleAreBookedIfConfigured() {
        assertEquals(Optional.empty(), format.ignoredBecause(ShopConfigs.shop("shopify", Map.of("pos", "book")), "orders/paid",
                Orders.json("{'id': 1, 'source_name': 'pos'}")));
    }

    @Test
    void aRefundNamesTheGoodsThatComeBack() {
        ShopOrder refund = format.order("refunds/create", Orders.json("{'id': 9, 'order_id': 5001, 'created_at': '2026-11-23T09:00:00Z',"
                + " 'refund_line_items': [{'line_item_id': 1, 'quantity': 2, 'restock_type': 'return', 'line_item': {'sku': 'SR-3001'}},"
                + " {'line_item_id': 2, 'quantity': 1, 'restock_type': 'cancel'},"
                + " {'line_item_id': 3, 'quantity': 7, 'restock_type': 'no_restock'}]}"));

        assertEquals("5001", refund.id());
        assertEquals("2 of SR-3001, 1 of line 2", refund.returned());
        assertFalse(refund.isSale());
    }

    private static String line(String fields) {
        return "{'id': 1, 'sku': 'SR-3001', 'product_id': 7, 'title': 'Tea', " + fields + "}";
    }

    private ShopOrder order(String fields, String lines) {
        String taxes = fields.contains("taxes_included") ? "" : "'taxes_included': true,";
        return format.order("orders/paid", Orders.json("{'id': 5001, 'name': '#1001', 'created_at': '2026-11-23T09:05:00+02:00',"
                + " 'processed_at': '2026-11-23T09:00:00+02:00', 'updated_at': '2026-11-23T10:00:00+02:00', 'currency': 'EUR',"
                + " 'presentment_currency': 'USD', 'financial_status': 'paid', " + taxes + fields + " 'line_items': [" + lines + "]}"));
    }
}
