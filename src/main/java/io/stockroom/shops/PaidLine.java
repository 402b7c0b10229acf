package io.stockroom.shops;

import io.stockroom.operations.OperationLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * A good, its quantity, and what was paid for it in all. Altegio has a price for one unit with two decimals, which a total rarely divides
 * into; then the line becomes two whose prices differ by a cent, so that their sum is exactly what was paid.
 */
record PaidLine(long goodId, BigDecimal quantity, BigDecimal paid) {

    private static final BigDecimal CENT = new BigDecimal("0.01");
    private static final int SALE_UNIT = 1;

    /** Returns one or two lines, whose amounts and costs add up to the quantity and to what was paid. */
    List<OperationLine> lines() {
        BigDecimal price = paid.divide(quantity, 2, RoundingMode.FLOOR);
        // Units that cost a cent more. With a fraction of a unit, what is left over is less than half a cent, which rounds to the cost.
        BigDecimal dearer = paid.subtract(price.multiply(quantity)).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        if (dearer.signum() == 0) {
            return List.of(line(quantity, price, paid));
        }
        BigDecimal dearerPrice = price.add(CENT);
        if (dearer.compareTo(quantity) >= 0) {
            return List.of(line(quantity, dearerPrice, paid));
        }
        BigDecimal dearerCost = dearerPrice.multiply(dearer);
        return List.of(line(dearer, dearerPrice, dearerCost), line(quantity.subtract(dearer), price, paid.subtract(dearerCost)));
    }

    private OperationLine line(BigDecimal amount, BigDecimal price, BigDecimal cost) {
        return new OperationLine(goodId, amount, price, BigDecimal.ZERO, cost, SALE_UNIT, null, null, null, null, null, null, null);
    }
}
