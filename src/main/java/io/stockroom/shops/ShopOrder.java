package io.stockroom.shops;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An order, of any kind of shop.
 *
 * @param number   by which people know it, such as {@code #1001}
 * @param placed   the time of the sale
 * @param created  when the order came into being, never after it was first booked
 * @param modified when the shop last changed it; null if it does not say
 * @param isPaid   whether the buyer has paid
 * @param lines    what moves stock
 * @param leftOut  the lines that do not, each with the reason
 * @param returned what came back after the sale and waits for a person; null if nothing did
 * @param isSale   whether the order is to be booked; if not, only what came back is of interest
 */
record ShopOrder(String id, String number, OffsetDateTime placed, Instant created, Instant modified, String currency, boolean isPaid,
        List<Line> lines, List<String> leftOut, String returned, boolean isSale) {

    /**
     * A line that moves stock.
     *
     * @param position in the order, from 1
     * @param sku      null if the product has none
     * @param title    of the product; may be null
     * @param paid     what was really paid for the line, taxes included, to the cent
     */
    record Line(int position, String sku, String title, BigDecimal quantity, BigDecimal paid) {
    }

    /** The quantity of a SKU, and what was paid for it. */
    record Sold(BigDecimal quantity, BigDecimal paid) {

        Sold plus(Sold other) {
            return new Sold(quantity.add(other.quantity), paid.add(other.paid));
        }

        /** Compares the numbers, not their digits: 1 equals 1.0. */
        boolean isSameAs(Sold other) {
            return quantity.compareTo(other.quantity) == 0 && paid.compareTo(other.paid) == 0;
        }
    }

    /** Returns what makes two states of an order the same booking: SKUs, quantities and money. */
    Map<String, Sold> sold() {
        Map<String, Sold> sold = new TreeMap<>();
        lines.forEach(line -> sold.merge(line.sku(), new Sold(line.quantity(), line.paid()), Sold::plus));
        return sold;
    }
}
