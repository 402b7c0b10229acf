package io.stockroom.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.operations.OperationLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was paid is booked to the cent. */
class PaidLineTest {

    private static final BigDecimal HALF_A_CENT = new BigDecimal("0.005");

    @ParameterizedTest
    @CsvSource({"1,14.90,1 × 14.90 = 14.90", "3,30.00,3 × 10.00 = 30.00", "3,10.00,1 × 3.34 = 3.34 + 2 × 3.33 = 6.66",
            "3,20.00,2 × 6.67 = 13.34 + 1 × 6.66 = 6.66", "2,0.00,2 × 0.00 = 0.00", "7,0.01,1 × 0.01 = 0.01 + 6 × 0.00 = 0.00",
            "1.5,10.00,1 × 6.67 = 6.67 + 0.5 × 6.66 = 3.33", "0.3,1.00,0.3 × 3.33 = 1.00", "0.7,0.99,0.7 × 1.41 = 0.99",
            "2.000,5.00,2.000 × 2.50 = 5.00"})
    void splitsATotalThatDoesNotDivide(BigDecimal quantity, BigDecimal paid, String expected) {
        assertEquals(expected, new PaidLine(3001, quantity, paid).lines().stream()
                .map(line -> line.amount() + " × " + line.costPerUnit() + " = " + line.cost()).collect(Collectors.joining(" + ")));
    }

    /** Random totals and quantities, whole and fractional: sums are exact, and each line is one that Stockroom itself would accept. */
    @Test
    void sumsAreExactForAnyTotal() {
        Random random = new Random(19);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal quantity = new BigDecimal(1 + random.nextInt(5000)).movePointLeft(random.nextInt(4));
            BigDecimal paid = BigDecimal.valueOf(random.nextInt(random.nextBoolean() ? 100 : 1_000_000), 2);
            List<OperationLine> lines = new PaidLine(3001, quantity, paid).lines();

            String description = quantity + " for " + paid + ": " + lines;
            assertTrue(lines.size() <= 2, description);
            assertEquals(0, paid.compareTo(lines.stream().map(OperationLine::cost).reduce(BigDecimal.ZERO, BigDecimal::add)), description);
            assertEquals(0, quantity.compareTo(lines.stream().map(OperationLine::amount).reduce(BigDecimal.ZERO, BigDecimal::add)),
                    description);
            for (OperationLine line : lines) {
                assertTrue(line.amount().signum() > 0 && line.cost().signum() >= 0 && line.costPerUnit().signum() >= 0, description);
                assertTrue(line.cost().scale() <= 2 && line.costPerUnit().scale() <= 2, description);
                BigDecimal rounding = line.amount().multiply(line.costPerUnit()).subtract(line.cost()).abs();
                assertTrue(rounding.compareTo(HALF_A_CENT) <= 0, description);
            }
        }
    }
}
