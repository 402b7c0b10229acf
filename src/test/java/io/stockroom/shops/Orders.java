package io.stockroom.shops;

import java.nio.charset.StandardCharsets;

/** Reads orders of the tests, written with apostrophes instead of quotation marks. */
final class Orders {

    private Orders() {
    }

    static OrderObject json(String text) {
        return OrderObject.read(bytes(text));
    }

    static byte[] bytes(String text) {
        return text.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the lines in short: position, SKU, quantity and what was paid. */
    static String lines(ShopOrder order) {
        StringBuilder text = new StringBuilder();
        order.lines().forEach(line -> text.append(text.isEmpty() ? "" : ", ").append(line.position()).append(": ")
                .append(line.quantity().toPlainString()).append(" of ").append(line.sku()).append(" for ").append(line.paid()));
        return text.toString();
    }
}
