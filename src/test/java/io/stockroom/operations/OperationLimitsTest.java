package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import io.stockroom.problems.Violation;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers at the limit of 17 digits and 20 decimal places, counted as they are written without an exponent. */
class OperationLimitsTest {

    @ParameterizedTest
    @CsvSource({"1e16,10000000000000000", "1E+2,100", "1e-20,0.00000000000000000001", "12345678901234567,12345678901234567",
            "0.00000000012345,0.00000000012345", "12.50,12.50", "0.30000000000000004,0.30000000000000004",
            "33.333333333333336,33.333333333333336", "3.3333333333333335E-4,0.00033333333333333335"})
    void acceptsAnAmountOfUpTo17Digits(String amount, String read) {
        OperationLine line = read(amount, "0").goodsTransactions().get(0);

        assertEquals(new BigDecimal(read), line.amount());
    }

    @Test
    void zeroHasOneDigitWithAnyExponent() {
        assertEquals(new BigDecimal("0"), read("1", "0e17").goodsTransactions().get(0).costPerUnit());
    }

    @ParameterizedTest
    @CsvSource({"1e17", "1e18", "12e16", "1e-21", "123456789012345678", "12345678901234567.8", "1e2147483647", "1e-2147483647"})
    void rejectsAnAmountOfMoreThan17Digits(String amount) {
        assertEquals(
                List.of(Violation.inBody("/goods_transactions/0/amount", "must be a number with at most 17 digits and 20 decimal places")),
                violations(amount, "0"));
    }

    @ParameterizedTest
    @CsvSource({"999999999999999,1,999999999999999.00", "9999999999999999,0.1,999999999999999.90", "1e16,0.05,500000000000000.00",
            "0.33333333333333331,0.30000000000000004,0.10", "33.333333333333336,3,100.00"})
    void calculatesACostOfUpTo17Digits(String amount, String costPerUnit, String cost) {
        assertEquals(new BigDecimal(cost), read(amount, costPerUnit).goodsTransactions().get(0).cost());
    }

    @ParameterizedTest
    @CsvSource({"1000000000000000,1,1000000000000000.00", "1e14,1e14,10000000000000000000000000000.00"})
    void rejectsACalculatedCostOfMoreThan17Digits(String amount, String costPerUnit, String cost) {
        assertEquals(List.of(Violation.inBody("/goods_transactions/0/cost",
                "is too large: amount × cost_per_unit × (1 − discount / 100) = " + cost)), violations(amount, costPerUnit));
    }

    private static List<Violation> violations(String amount, String costPerUnit) {
        return assertThrows(InvalidInputException.class, () -> read(amount, costPerUnit)).violations();
    }

    private static Operation read(String amount, String costPerUnit) {
        return Operation.from(Input.ofParameters(Map.of())
                .body(Map.of("type_id", 1, "storage_id", 3, "create_date", "2026-11-23T10:00:00+02:00",
                        "goods_transactions",
                        List.of(Map.of("good_id", 7, "amount", new BigDecimal(amount), "cost_per_unit", new BigDecimal(costPerUnit),
                                "discount", 0, "operation_unit_type", 1)))));
    }
}
