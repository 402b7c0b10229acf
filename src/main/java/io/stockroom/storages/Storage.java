package io.stockroom.storages;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.AltegioObject;
import java.math.BigDecimal;
import java.util.Map;

/**
 * A storage of a location: one of its inventories.
 *
 * @param forService 1 if consumables are written off from it
 * @param forSale    1 if sales come from it by default; several storages may have it
 * @param weight     the sort order
 * @param others     fields that Altegio sends and Stockroom does not know, unchanged
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record Storage(Long id, String title, BigDecimal forService, BigDecimal forSale, String comment, BigDecimal weight,
        @JsonAnyGetter Map<String, Object> others) {

    /** Reads one field under two names: Altegio's text calls it {@code for_services}, its examples {@code for_service}. */
    static Storage from(AltegioObject row) {
        BigDecimal forService = row.takeNumber("for_service");
        BigDecimal forServices = row.takeNumber("for_services");
        return new Storage(row.takeId("id"), row.takeText("title"), forService == null ? forServices : forService,
                row.takeNumber("for_sale"), row.takeText("comment"), row.takeNumber("weight"), row.remaining());
    }
}
