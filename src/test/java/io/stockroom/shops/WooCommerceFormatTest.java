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

/** WooCommerce's orders, with payloads of our own. */
class WooCommerceFormatTest {

    private static final String LINE = "{'id': 1, 'name': 'Tea', 'product_id': 7, 'variation_id': 0, 'quantity': 2, 'sku': 'SR-3001',"
            + " 'price': 12.520833333333334, 'subtotal': '25.04', 'total': '25.04', 'total_tax': '4.76'}";

    private final ShopFormat format = ShopKind.WOOCOMMERCE.format();

    @Test
    void readsAnOrder() {
        ShopOrder order = order("'date_created': '2026-11-24T00:30:00',", LINE);

        assertEquals("731", order.id());
        assertEquals("R-731", order.number());
        assertEquals(OffsetDateTime.parse("2026-11-24T00:30:00+02:00"), order.placed());
        assertEquals(Instant.parse("2026-11-23T22:30:00Z"), order.created());
        assertEquals(Instant.parse("2026-11-23T22:45:00Z"), order.modified());
        assertTrue(order.isPaid());
        assertTrue(order.isSale());
        assertEquals(null, order.returned());
        assertEquals("1: 2 of SR-3001 for 29.80", Orders.lines(order));
    }

    @ParameterizedTest
    @CsvSource({"2026-11-23T22:30:00,Z", "2026-11-24T04:15:00,+05:45", "2026-11-23T19:00:00,-03:30", "2026-11-25T23:00:00,Z",
            "2026-11-23T22:31:00,Z"})
    void theOffsetOfTheSiteIsTheDifferenceOfItsTimes(String local, String offset) {
        assertEquals(offset, order("'date_created': '" + local + "',", LINE).placed().getOffset().toString());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"'quantity': 3, 'total': '8.26', 'total_tax': '1.74'|10.00",
            "'quantity': 1, 'total': '0.00', 'total_tax': '0.00'|0.00",
            "'quantity': 1, 'total': '10.00'|10.00", "'quantity': 1, 'total': '8.264463', 'total_tax': '1.735537'|10.00",
            "'quantity': 1, 'total': 9.999999, 'total_tax': 0|10.00", "'quantity': 1, 'total': '10', 'total_tax': ''|10.00"})
    void paidIsTheTotalWithItsTaxNeverThePrice(String fields, String paid) {
        assertEquals(paid,
                order("", "{'product_id': 7, 'sku': 'A', 'price': 999.99, " + fields + "}").lines().get(0).paid().toPlainString());
    }

    @Test
    void quantitiesMayBeFractions() {
        assertEquals("1: 0.75 of A for 3.00",
                Orders.lines(order("", "{'product_id': 7, 'sku': ' A ', 'quantity': 0.75, 'total': '3.00'}")));
    }

    /** The children of a bundle have SKUs and cost nothing; its parent has the price, and may have neither stock nor SKU. */
    @Test
    void bundlesMoveTheStockOfWhatHasASku() {
        String children = ",{'product_id': 8, 'sku': 'B', 'quantity': 2, 'total': '0.00', 'total_tax': '0.00'}";

        assertEquals("1: 1 of SET for 20.00, 2: 2 of B for 0.00",
                Orders.lines(order("", "{'product_id': 7, 'sku': 'SET', 'quantity': 1, 'total': '20.00'}" + children)));
        ShopOrder free = order("", "{'product_id': 7, 'sku': '', 'quantity': 1, 'total': '0.00'}" + children);
        assertEquals("2: 2 of B for 0.00", Orders.lines(free));
        assertEquals(List.of("line 1 (no SKU and no price)"), free.leftOut());
        assertEquals(null, order("", "{'product_id': 7, 'sku': '', 'quantity': 1, 'total': '20.00'}" + children).lines().get(0).sku());
    }

    @Test
    void aLineWithoutAProductIsLeftOut() {
        assertEquals(List.of("line 1 (custom item)"),
                order("", "{'product_id': 0, 'sku': null, 'quantity': 1, 'total': '5.00'}").leftOut());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{'product_id': 7, 'sku': 'A', 'quantity': -1, 'total': '-5.00'}",
            "{'product_id': 7, 'sku': 'A', 'quantity': 0, 'total': '5.00'}"})
    void negativeLinesAreNoSale(String line) {
        assertEquals(OrderReason.NOT_A_SALE, assertThrows(OrderException.class, () -> order("", line)).reason());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', nullValues = "-", value = {
            "order.created|'status': 'processing', 'date_paid_gmt': '2026-11-23T10:00:00'|-",
            "order.updated|'status': 'completed', 'date_paid': '2026-11-23T10:00:00'|-", "order.updated|'status': 'processing'|not paid",
            "order.updated|'status': 'processing', 'date_paid_gmt': null|not paid", "order.updated|'status': 'on-hold'|status",
            "order.updated|'status': 'cancelled'|status", "order.updated|'status': 'cancelled', 'date_paid_gmt': '2026-11-23T10:00:00'|-",
            "order.updated|'status': 'refunded', 'date_paid_gmt': '2026-11-23T10:00:00'|-",
            "order.updated|'status': 'pending', 'refunds': [{'id': 1, 'total': '-1.00'}]|-", "order.created||-", "order.updated||-",
            "order.deleted||topic", "product.updated|'status': 'processing'|topic", "``|'status': 'processing'|topic"})
    void tellsWhatBooksNothing(String topic, String fields, String why) {
        Optional<String> ignored = format.ignoredBecause(ShopConfigs.shop("woocommerce", Map.of()), topic,
                Orders.json("{'id': 1" + (fields == null ? "" : "," + fields) + "}"));

        assertEquals(why == null, ignored.isEmpty(), ignored::toString);
        ignored.ifPresent(reason -> assertTrue(reason.contains(why), reason));
    }

    @Test
    void unpaidOrdersAreBookedIfConfigured() {
        Shop shop = ShopConfigs.shop("woocommerce", Map.of("book-on", "on-hold, unpaid"));

        assertEquals(Optional.empty(), format.ignoredBecause(shop, "order.created", Orders.json("{'id': 1, 'status': 'on-hold'}")));
        assertTrue(format.ignoredBecause(shop, "order.created", Orders.json("{'id': 1, 'status': 'processing'}")).isPresent());
        assertFalse(format.order("order.created", Orders.json("{'id': 1, 'status': 'on-hold', 'currency': 'EUR',"
                + " 'date_created_gmt': '2026-11-23T22:30:00', 'line_items': []}")).isPaid());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "'status': 'processing', 'refunds': [{'id': 1, 'total': '-10.00'}, {'id': 2, 'total': '-0.50'}]|true|10.50",
            "'status': 'refunded', 'refunds': [{'id': 1, 'total': '-29.80'}]|false|29.80", "'status': 'cancelled'|false|cancelled"})
    void refundsAreReportedWithWhatIsKnown(String fields, boolean sale, String text) {
        ShopOrder order = order(fields + ",", LINE);

        assertEquals(sale, order.isSale());
        assertTrue(order.returned().contains(text), order::returned);
    }

    private ShopOrder order(String fields, String lines) {
        String status = fields.contains("'status'") ? "" : "'status': 'processing',";
        return format.order("order.updated", Orders.json("{'id': 731, 'number': 'R-731', 'currency': 'EUR', 'prices_include_tax': true,"
                + " 'date_created_gmt': '2026-11-23T22:30:00', 'date_modified_gmt': '2026-11-23T22:45:00', 'date_paid_gmt':"
                + " '2026-11-23T22:31:00', " + status + fields + " 'shipping_lines': [{'total': '4.90'}], 'line_items': [" + lines + "]}"));
    }
}
