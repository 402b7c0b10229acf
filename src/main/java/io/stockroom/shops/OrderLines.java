package io.stockroom.shops;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/** Collects the lines of an order: those that move stock, and those that are left out with their reason. */
final class OrderLines {

    private final List<ShopOrder.Line> lines = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** Reads a line, or leaves it out. */
    interface Reader {

        void read(int position, OrderObject line, OrderLines lines);
    }

    static OrderLines of(OrderObject order, Reader reader) {
        if (!order.has("line_items")) {
            throw new OrderException(OrderReason.INVALID_ORDER, "The field line_items is missing");
        }
        OrderLines lines = new OrderLines();
        List<OrderObject> items = order.objects("line_items");
        for (int i = 0; i < items.size(); i++) {
            reader.read(i + 1, items.get(i), lines);
        }
        return lines;
    }

    void leaveOut(int position, String why) {
        leftOut.add("line " + position + " (" + why + ")");
    }

    /** Adds a line that moves stock, unless nothing is left of it. */
    void add(int position, String sku, String title, BigDecimal quantity, BigDecimal paid) {
        if (quantity.signum() < 0 || paid.signum() < 0) {
            throw new OrderException(OrderReason.NOT_A_SALE, "Line " + position + " has a negative quantity or amount of money");
        }
        BigDecimal cents = paid.setScale(2, RoundingMode.HALF_UP);
        if (quantity.signum() == 0 && cents.signum() > 0) {
            throw new OrderException(OrderReason.NOT_A_SALE, "Line " + position + " has the quantity 0, but money was paid for it");
        }
        if (quantity.signum() > 0) {
            lines.add(new ShopOrder.Line(position, sku, title, quantity, cents));
        }
    }

    <T> T read(BiFunction<List<ShopOrder.Line>, List<String>, T> function) {
        return function.apply(List.copyOf(lines), List.copyOf(leftOut));
    }
}
