package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import io.stockroom.problems.Violation;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OperationTest {

    private final Map<String, Object> line = new HashMap<>(Map.of("good_id", 7, "amount", new BigDecimal("2"),
            "cost_per_unit", new BigDecimal("10.50"), "discount", 0, "cost", new BigDecimal("21.00"), "operation_unit_type", 1));
    private final Map<String, Object> operation = new HashMap<>(Map.of("type_id", 1, "storage_id", 3,
            "create_date", "2026-11-23T10:00:00+02:00", "goods_transactions", List.of(line)));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void acceptsAllFiveTypes(int type) {
        operation.put("type_id", type);

        assertEquals(type, read().typeId());
    }

    @Test
    void keepsAllFields() {
        operation.putAll(Map.of("master_id", 9, "comment", "Заказ № 5", "paid", true, "account_id", 11));
        line.putAll(Map.of("master_id", 1, "client_id", 2, "supplier_id", 3, "comment", "gift", "good_special_number", "GC-1",
                "paid", false, "account_id", 4));

        assertEquals(new Operation(1, OffsetDateTime.parse("2026-11-23T10:00:00+02:00"), 3L, 9L, "Заказ № 5", true, 11L,
                List.of(new OperationLine(7L, new BigDecimal("2"), new BigDecimal("10.50"), BigDecimal.ZERO, new BigDecimal("21.00"), 1,
                        1L, 2L, 3L, "gift", "GC-1", false, 4L))),
                read());
    }

    @Test
    void acceptsAltegiosOtherFieldNames() {
        operation.put("staff_id", 9);
        line.put("product_id", line.remove("good_id"));

        assertEquals(9L, read().masterId());
        assertEquals(7L, read().goodsTransactions().get(0).goodId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "", " "})
    void zeroAndEmptyTextStandForNoId(String none) {
        operation.putAll(Map.of("master_id", none, "account_id", none, "staff_id", 9));
        line.putAll(Map.of("master_id", none, "client_id", none, "supplier_id", none, "account_id", none));
        Operation read = read();

        assertEquals(9L, read.masterId());
        assertNull(read.accountId());
        OperationLine only = read.goodsTransactions().get(0);
        assertEquals(Arrays.asList(null, null, null, null),
                Arrays.asList(only.masterId(), only.clientId(), only.supplierId(), only.accountId()));
    }

    @Test
    void anOperationWithoutAnIdEqualsOneWithZero() {
        Object without = read().content();
        line.put("client_id", 0);

        assertEquals(without, read().content());
    }

    @Test
    void reportsEveryMissingField() {
        operation.clear();
        operation.put("goods_transactions", List.of(Map.of()));

        assertEquals(List.of("/type_id", "/create_date", "/storage_id", "/goods_transactions/0/good_id", "/goods_transactions/0/amount",
                "/goods_transactions/0/cost_per_unit", "/goods_transactions/0/discount", "/goods_transactions/0/operation_unit_type"),
                violations().stream().map(Violation::pointer).toList());
    }

    @ParameterizedTest
    @CsvSource({"type_id,0", "type_id,6", "type_id,sale", "storage_id,0", "create_date,2026-11-23", "create_date,2026-11-23T10:00:00",
            "master_id,-1", "paid,perhaps", "account_id,x"})
    void reportsInvalidFieldOfTheOperation(String name, String value) {
        operation.put(name, value);

        assertEquals(List.of("/" + name), violations().stream().map(Violation::pointer).toList());
    }

    @ParameterizedTest
    @CsvSource({"good_id,0", "amount,0", "amount,-1", "amount,1e99", "cost_per_unit,-0.01", "discount,-1", "discount,100.01", "cost,-21",
            "operation_unit_type,3", "client_id,x", "supplier_id,-1"})
    void reportsInvalidFieldOfALine(String name, String value) {
        line.put(name, value);

        assertEquals(List.of("/goods_transactions/0/" + name), violations().stream().map(Violation::pointer).toList());
    }

    @Test
    void requiresLines() {
        for (Object invalid : List.of(List.of(), Map.of(), "none")) {
            operation.put("goods_transactions", invalid);
            assertEquals(List.of("/goods_transactions"), violations().stream().map(Violation::pointer).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"3,0.10,0,0.30", "1.25,19.99,0,24.99", "1.25,19.99,0,24.98", "1,100,33.333,66.67", "3,10,100,0", "0.5,0.01,0,0.01",
            "0.5,0.01,0,0"})
    void costMustBeCorrectToTheCent(String amount, String costPerUnit, String discount, String cost) {
        setLine(amount, costPerUnit, discount, cost);

        if (cost.equals("24.98")) {
            assertTrue(violations().get(0).detail().endsWith(" = 24.99"), "24.9875 is 24.99, never 24.98");
        } else {
            assertEquals(new BigDecimal(cost), read().goodsTransactions().get(0).cost());
        }
    }

    @Test
    void costHasAtMostTwoDecimalPlaces() {
        setLine("1.25", "14.90", "0", "18.6299");

        assertTrue(violations().get(0).detail().endsWith(" = 18.63"));
    }

    @Test
    void missingCostIsCalculated() {
        setLine("1.25", "19.99", "10", "");
        line.remove("cost");

        assertEquals(new BigDecimal("22.49"), read().goodsTransactions().get(0).cost());
    }

    @Test
    void defaultMasterIsUsedOnlyIfNoneIsGiven() {
        assertEquals(5L, read().withDefaultMaster(OptionalLong.of(5)).masterId());
        operation.put("master_id", 9);
        assertEquals(9L, read().withDefaultMaster(OptionalLong.of(5)).masterId());
    }

    private void setLine(String amount, String costPerUnit, String discount, String cost) {
        line.putAll(Map.of("amount", amount, "cost_per_unit", costPerUnit, "discount", discount, "cost", cost));
    }

    private Operation read() {
        return Operation.from(Input.ofParameters(Map.of()).body(operation));
    }

    private List<Violation> violations() {
        return assertThrows(InvalidInputException.class, this::read).violations();
    }
}
