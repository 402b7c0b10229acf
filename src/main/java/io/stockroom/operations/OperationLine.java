package io.stockroom.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.Marker;
import io.stockroom.input.Field;
import io.stockroom.input.Input;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * One line of an operation: a good and its amount.
 *
 * @param amount            always positive; the operation's type determines the direction
 * @param costPerUnit       in the location's currency, like {@code cost}, the line's total after the discount
 * @param discount          in percent
 * @param operationUnitType 1 for the sale unit, 2 for the write-off unit
 * @param goodSpecialNumber the unique number of a gift card or membership
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record OperationLine(Long goodId, BigDecimal amount, BigDecimal costPerUnit, BigDecimal discount, BigDecimal cost,
        Integer operationUnitType, Long masterId, Long clientId, Long supplierId, String comment, String goodSpecialNumber,
        Boolean paid, Long accountId) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Half a cent: callers may round halves up, down or to even. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    static OperationLine from(Input input) {
        Long goodId = input.field("good_id", "product_id").required().id();
        BigDecimal amount = positive(input.field("amount").required());
        BigDecimal costPerUnit = notNegative(input.field("cost_per_unit").required());
        BigDecimal discount = percent(input.field("discount").required());
        BigDecimal cost = cost(input.field("cost"), amount, costPerUnit, discount);
        return new OperationLine(goodId, amount, costPerUnit, discount, cost,
                input.field("operation_unit_type").required().wholeNumber(1, 2),
                Operation.masterId(input),
                input.field("client_id").optionalId(),
                input.field("supplier_id").optionalId(),
                input.field("comment").text(Operation.MAX_COMMENT_LENGTH),
                input.field("good_special_number").text(),
                input.field("paid").flag(),
                input.field("account_id").optionalId());
    }

    OperationLine marked(Marker marker) {
        return new OperationLine(goodId, amount, costPerUnit, discount, cost, operationUnitType, masterId, clientId, supplierId,
                marker.markedIn(comment), goodSpecialNumber, paid, accountId);
    }

    OperationLine canonical() {
        return new OperationLine(goodId, amount.stripTrailingZeros(), costPerUnit.stripTrailingZeros(), discount.stripTrailingZeros(),
                cost.stripTrailingZeros(), operationUnitType, masterId, clientId, supplierId, comment, goodSpecialNumber, paid, accountId);
    }

    /**
     * Returns the given cost if it is correct to the cent, or the calculated cost if none is given: a number that would also be accepted
     * if it were given, so that an accepted operation can be read again from the queue.
     */
    private static BigDecimal cost(Field field, BigDecimal amount, BigDecimal costPerUnit, BigDecimal discount) {
        BigDecimal given = notNegative(field);
        if (amount == null || costPerUnit == null || discount == null) {
            return given;
        }
        BigDecimal exact = amount.multiply(costPerUnit).multiply(HUNDRED.subtract(discount)).movePointLeft(2);
        BigDecimal cents = exact.setScale(2, RoundingMode.HALF_UP);
        if (given != null && (given.subtract(exact).abs().compareTo(TOLERANCE) > 0 || given.stripTrailingZeros().scale() > 2)) {
            field.violation("must equal amount × cost_per_unit × (1 − discount / 100) = " + cents.toPlainString());
        }
        if (!field.isPresent() && !Field.isDecimal(cents)) {
            field.violation("is too large: amount × cost_per_unit × (1 − discount / 100) = " + cents.toPlainString());
        }
        return field.isPresent() ? given : cents;
    }

    private static BigDecimal positive(Field field) {
        return checked(field, "must be greater than 0", number -> number.signum() > 0);
    }

    private static BigDecimal notNegative(Field field) {
        return checked(field, "must not be negative", number -> number.signum() >= 0);
    }

    private static BigDecimal percent(Field field) {
        return checked(field, "must be a percentage from 0 to 100",
                number -> number.signum() >= 0 && number.compareTo(HUNDRED) <= 0);
    }

    private static BigDecimal checked(Field field, String rule, Predicate<BigDecimal> isValid) {
        BigDecimal number = field.decimal();
        if (number == null || isValid.test(number)) {
            return number;
        }
        field.violation(rule);
        return null;
    }
}
