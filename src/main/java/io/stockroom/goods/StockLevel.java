package io.stockroom.goods;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.AltegioObject;
import java.math.BigDecimal;
import java.util.Map;

/**
 * How much of a good is in one storage.
 *
 * @param amount in sale units; fractional if a part of a unit was used, negative if more was sold than received
 * @param others fields that Altegio sends and Stockroom does not know, unchanged
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record StockLevel(Long storageId, BigDecimal amount, @JsonAnyGetter Map<String, Object> others) {

    static StockLevel from(AltegioObject row) {
        return new StockLevel(row.takeId("storage_id"), row.takeNumber("amount"), row.remaining());
    }

    boolean isInStock() {
        return amount != null && amount.signum() > 0;
    }
}
