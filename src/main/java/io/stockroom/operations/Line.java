package io.stockroom.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.input.Input;
import io.stockroom.input.Member;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.function.Predicate;

/**
 * One good of an operation.
 *
 * @param amount            how much, always positive: the operation's type says in which direction it goes
 * @param costPerUnit       in the location's currency, as is {@code cost}, the line's total after the discount
 * @param discount          percent
 * @param operationUnitType 1 for the unit of sale, 2 for the unit of writing off
 * @param goodSpecialNumber the unique number of a gift card or membership
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Line(Long goodId, BigDecimal amount, BigDecimal costPerUnit, BigDecimal discount, BigDecimal cost,
        Integer operationUnitType, Long masterId, Long clientId, Long supplierId, String comment, String goodSpecialNumber,
        Boolean paid, Long accountId) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    /** Half a cent: callers may round halves up, down or to even. */
    private static final BigDecimal TOLERANCE = new BigDecimal("0.005");

    static Line from(Input input) {
        Long goodId = input.member("good_id", "product_id").required().id();
        BigDecimal amount = positive(input.member("amount").required());
        BigDecimal costPerUnit = notNegative(input.member("cost_per_unit").required());
        BigDecimal discount = percent(input.member("discount").required());
        BigDecimal cost = cost(input.member("cost"), amount, costPerUnit, discount);
        return new Line(goodId, amount, costPerUnit, discount, cost,
                input.member("operation_unit_type").required().wholeNumber(1, 2),
                input.member("master_id", "staff_id", "team_member_id").id(),
                input.member("client_id").id(),
                input.member("supplier_id").id(),
                input.member("comment").text(),
                input.member("good_special_number").text(),
                input.member("paid").flag(),
                input.member("account_id").id());
    }

    Line canonical() {
        return new Line(goodId, amount.stripTrailingZeros(), costPerUnit.stripTrailingZeros(), discount.stripTrailingZeros(),
                cost.stripTrailingZeros(), operationUnitType, masterId, clientId, supplierId, comment, goodSpecialNumber, paid, accountId);
    }

    /** The cost as given, when it is right to the cent; worked out when it is missing. */
    private static BigDecimal cost(Member member, BigDecimal amount, BigDecimal costPerUnit, BigDecimal discount) {
        BigDecimal given = notNegative(member);
        if (amount == null || costPerUnit == null || discount == null) {
            return given;
        }
        BigDecimal exact = amount.multiply(costPerUnit).multiply(HUNDRED.subtract(discount)).movePointLeft(2);
        BigDecimal cents = exact.setScale(2, RoundingMode.HALF_UP);
        if (given != null && (given.subtract(exact).abs().compareTo(TOLERANCE) > 0 || given.stripTrailingZeros().scale() > 2)) {
            member.fault("must be amount × cost_per_unit × (1 − discount / 100), which is " + cents.toPlainString());
        }
        return member.isPresent() ? given : cents;
    }

    private static BigDecimal positive(Member member) {
        return checked(member, "must be more than 0", number -> number.signum() > 0);
    }

    private static BigDecimal notNegative(Member member) {
        return checked(member, "must not be negative", number -> number.signum() >= 0);
    }

    private static BigDecimal percent(Member member) {
        return checked(member, "must be a percentage from 0 to 100",
                number -> number.signum() >= 0 && number.compareTo(HUNDRED) <= 0);
    }

    private static BigDecimal checked(Member member, String rule, Predicate<BigDecimal> keeps) {
        BigDecimal number = member.decimal();
        if (number == null || keeps.test(number)) {
            return number;
        }
        member.fault(rule);
        return null;
    }
}
