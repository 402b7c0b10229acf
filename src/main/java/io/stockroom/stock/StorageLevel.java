package io.stockroom.stock;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;

/**
 * How much of a good is in one storage.
 *
 * @param amount in sale units, exactly; fractional if a part of a unit was used, negative if more was sold than received
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record StorageLevel(long storageId, BigDecimal amount) {

    /** Equal amounts are equal levels, however many zeros they were written with. */
    public StorageLevel {
        amount = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    }
}
