package io.stockroom.shops;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Orders and refunds as Shopify sends them: https://shopify.dev/docs/api/admin-rest, "Order". */
final class ShopifyFormat implements ShopFormat {

    private static final String REFUND = "refunds/create";
    private static final Pattern SEPARATOR = Pattern.compile("[,\\s]+");
    /** Of a refund's lines: the goods are in the stock again. The other types are {@code no_restock} and {@code legacy_restock}. */
    private static final Set<String> COMES_BACK = Set.of("return", "cancel", "legacy_restock");
    /** Money that came in, even if some of it was returned since. */
    private static final Set<String> PAID = Set.of("paid", "partially_refunded", "refunded");

    @Override
    public List<String> signatureHeaders() {
        return List.of("X-Shopify-Hmac-SHA256", "Shopify-Hmac-SHA256");
    }

    @Override
    public List<String> topicHeaders() {
        return List.of("X-Shopify-Topic", "Shopify-Topic");
    }

    @Override
    public List<String> secrets(String text) {
        return Stream.of(SEPARATOR.split(text)).filter(secret -> !secret.isEmpty()).toList();
    }

    @Override
    public List<String> keys(String secret) {
        return List.of(secret);
    }

    @Override
    public boolean isPing(ShopDelivery delivery) {
        return false;
    }

    @Override
    public Optional<String> ignoredBecause(Shop shop, String topic, OrderObject order) {
        if (topic.equals(REFUND)) {
            return order.isIdOnly() || !returned(order).isEmpty() ? Optional.empty() : Optional.of("refund without goods that come back");
        }
        if (!shop.bookOn().contains(topic)) {
            return Optional.of("topic that books nothing");
        }
        if (order.flag("test")) {
            return Optional.of("test order");
        }
        if (order.text("cancelled_at") != null) {
            return Optional.of("canceled order");
        }
        return "pos".equals(order.text("source_name")) && !shop.booksPos() ? Optional.of("order of the point of sale") : Optional.empty();
    }

    @Override
    public ShopOrder order(String topic, OrderObject order) {
        return topic.equals(REFUND) ? refund(order) : sale(order);
    }

    private static ShopOrder sale(OrderObject order) {
        String id = order.requiredId("id");
        String name = order.text("name");
        OffsetDateTime created = time(order, "created_at");
        OffsetDateTime processed = order.has("processed_at") ? time(order, "processed_at") : created;
        Instant modified = order.has("updated_at") ? time(order, "updated_at").toInstant() : null;
        boolean taxesIncluded = order.flag("taxes_included");
        return OrderLines.of(order, (position, line, lines) -> add(position, line, taxesIncluded, lines))
                .read((lines, leftOut) -> new ShopOrder(id, name == null ? id : name, processed, created.toInstant(), modified,
                        order.requiredText("currency"), PAID.contains(String.valueOf(order.text("financial_status"))), lines, leftOut,
                        null, true));
    }

    private static void add(int position, OrderObject line, boolean taxesIncluded, OrderLines lines) {
        String sku = line.text("sku");
        if (line.flag("gift_card")) {
            lines.leaveOut(position, "gift card");
        } else if (sku == null && line.id("product_id") == null) {
            lines.leaveOut(position, "custom item or tip");
        } else {
            lines.add(position, sku, line.text("title"), quantity(position, line), paid(line, taxesIncluded));
        }
    }

    /** Returns what is left of a line; the order does not contain what was paid for a part of it. */
    private static BigDecimal quantity(int position, OrderObject line) {
        BigDecimal ordered = line.requiredDecimal("quantity");
        BigDecimal current = line.has("current_quantity") ? line.requiredDecimal("current_quantity") : ordered;
        if (current.signum() != 0 && current.compareTo(ordered) != 0) {
            throw new OrderException(OrderReason.ORDER_CHANGED, "Line " + position + " was edited before it was booked: "
                    + current.toPlainString() + " of " + ordered.toPlainString()
                    + " are left, and the order does not contain what was paid for them. Nothing is booked");
        }
        return current;
    }

    private static BigDecimal paid(OrderObject line, boolean taxesIncluded) {
        if (line.has("current_quantity") && line.requiredDecimal("current_quantity").signum() == 0) {
            return BigDecimal.ZERO;
        }
        BigDecimal list = line.requiredDecimal("price").multiply(line.requiredDecimal("quantity"));
        BigDecimal discount = line.has("discount_allocations") ? sum(line.objects("discount_allocations"), "amount")
                : line.decimalOrZero("total_discount");
        BigDecimal taxes = taxesIncluded ? BigDecimal.ZERO : sum(line.objects("tax_lines"), "price");
        return list.subtract(discount).add(taxes);
    }

    private static BigDecimal sum(List<OrderObject> objects, String field) {
        return objects.stream().map(each -> each.requiredDecimal(field)).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static ShopOrder refund(OrderObject refund) {
        String order = refund.requiredId("order_id");
        OffsetDateTime created = time(refund, "created_at");
        return new ShopOrder(order, order, created, created.toInstant(), null, null, false, List.of(), List.of(),
                returned(refund).entrySet().stream().map(line -> line.getValue().toPlainString() + " of " + line.getKey())
                        .collect(Collectors.joining(", ")),
                false);
    }

    /** Returns the quantities that come back, by SKU or by the id of the order's line. */
    private static Map<String, BigDecimal> returned(OrderObject refund) {
        return refund.objects("refund_line_items").stream()
                .filter(line -> COMES_BACK.contains(String.valueOf(line.text("restock_type"))))
                .collect(Collectors.toMap(ShopifyFormat::label, line -> line.requiredDecimal("quantity"), BigDecimal::add,
                        TreeMap::new));
    }

    private static String label(OrderObject line) {
        return line.object("line_item").map(item -> item.text("sku")).orElseGet(() -> "line " + line.requiredId("line_item_id"));
    }

    private static OffsetDateTime time(OrderObject order, String name) {
        order.requiredText(name);
        if (order.time(name) instanceof OffsetDateTime time) {
            return time;
        }
        throw order.invalid(name);
    }
}
