package io.stockroom.shops;

import io.stockroom.shops.ShopOrder.Sold;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** An order as the ledger has it: the state in which it was booked. */
record BookedOrder(String document, Instant modified, Map<String, Sold> sold) {

    private static final String DOCUMENT = "document_id";
    private static final String MODIFIED = "modified";
    private static final String LINES = "lines";
    private static final String SKU = "sku";
    private static final String QUANTITY = "quantity";
    private static final String PAID = "paid";

    /** Returns the lines by SKU in canonical form: equal orders are written as the same JSON. */
    static List<Map<String, String>> lines(ShopOrder order) {
        List<Map<String, String>> lines = new ArrayList<>();
        order.sold().forEach((sku, sold) -> {
            Map<String, String> line = new LinkedHashMap<>();
            line.put(SKU, sku);
            line.put(QUANTITY, text(sold.quantity()));
            line.put(PAID, text(sold.paid()));
            lines.add(line);
        });
        return lines;
    }

    /** Returns what the ledger records, to be written as JSON. */
    static Map<String, Object> recorded(Long document, ShopOrder order) {
        Map<String, Object> recorded = new LinkedHashMap<>();
        recorded.put(DOCUMENT, String.valueOf(document));
        recorded.put(MODIFIED, String.valueOf(order.modified()));
        recorded.put(LINES, lines(order));
        return recorded;
    }

    static BookedOrder read(String recorded) {
        OrderObject json = OrderObject.read(recorded.getBytes(StandardCharsets.UTF_8));
        String modified = json.requiredText(MODIFIED);
        Map<String, Sold> sold = new TreeMap<>();
        json.objects(LINES).forEach(line -> sold.put(line.requiredText(SKU),
                new Sold(line.requiredDecimal(QUANTITY), line.requiredDecimal(PAID))));
        return new BookedOrder(json.requiredText(DOCUMENT), modified.equals("null") ? null : Instant.parse(modified), sold);
    }

    /** Returns whether the state that was booked is later than this one, which then changes nothing. */
    boolean isLaterThan(ShopOrder order) {
        return modified != null && order.modified() != null && modified.isAfter(order.modified());
    }

    /** Returns how the order differs now from what was booked, in one sentence. */
    String difference(ShopOrder order) {
        Map<String, Sold> now = order.sold();
        TreeSet<String> skus = new TreeSet<>(sold.keySet());
        skus.addAll(now.keySet());
        List<String> differences = new ArrayList<>();
        for (String sku : skus) {
            Sold before = sold.get(sku);
            Sold after = now.get(sku);
            if (before == null || after == null || !before.isSameAs(after)) {
                differences.add(sku + ": booked " + text(before) + ", now " + text(after));
            }
        }
        return String.join("; ", differences) + " (document " + document + ")";
    }

    private static String text(Sold sold) {
        return sold == null ? "nothing" : text(sold.quantity()) + " for " + sold.paid().setScale(2, RoundingMode.HALF_UP).toPlainString();
    }

    private static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
