package io.stockroom.goods;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.AltegioObject;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;

/**
 * A good of the catalog. It is sold in sale units, such as bottles, and consumed in write-off units, such as milliliters. Money is in
 * the location's currency.
 *
 * @param article               the SKU, as text even if Altegio sends a number; not unique
 * @param barcode               likewise
 * @param cost                  the price of sale of a sale unit
 * @param actualCost            the price of cost of a sale unit
 * @param unitId                the sale unit
 * @param serviceUnitId         the write-off unit
 * @param unitEquals            how many write-off units are in a sale unit
 * @param unitActualCost        the price of cost of a write-off unit
 * @param criticalAmount        below this amount, in sale units, the good runs short
 * @param desiredAmount         up to this amount, in sale units, the good is reordered
 * @param actualAmounts         the stock: how much is in each storage
 * @param others                fields that Altegio sends and Stockroom does not know, unchanged
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record Good(Long goodId, String title, String article, String barcode, Long categoryId, BigDecimal cost, BigDecimal actualCost,
        Long unitId, String unitShortTitle, Long serviceUnitId, String serviceUnitShortTitle, BigDecimal unitEquals,
        BigDecimal unitActualCost, BigDecimal criticalAmount, BigDecimal desiredAmount, List<StockLevel> actualAmounts,
        Temporal lastChangeDate, String comment, @JsonAnyGetter Map<String, Object> others) {

    static Good from(AltegioObject row) {
        return new Good(row.takeId("good_id"), row.takeText("title"), row.takeText("article"), row.takeText("barcode"),
                row.takeId("category_id"), row.takeNumber("cost"), row.takeNumber("actual_cost"), row.takeId("unit_id"),
                row.takeText("unit_short_title"), row.takeId("service_unit_id"), row.takeText("service_unit_short_title"),
                row.takeNumber("unit_equals"), row.takeNumber("unit_actual_cost"), row.takeNumber("critical_amount"),
                row.takeNumber("desired_amount"), row.takeObjects("actual_amounts").stream().map(StockLevel::from).toList(),
                row.takeTimestamp("last_change_date"), row.takeText("comment"), row.remaining());
    }

    Good withLevels(List<StockLevel> levels) {
        return new Good(goodId, title, article, barcode, categoryId, cost, actualCost, unitId, unitShortTitle, serviceUnitId,
                serviceUnitShortTitle, unitEquals, unitActualCost, criticalAmount, desiredAmount, levels, lastChangeDate, comment, others);
    }
}
