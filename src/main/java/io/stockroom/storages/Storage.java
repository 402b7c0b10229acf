package io.stockroom.storages;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.Row;
import java.math.BigDecimal;
import java.util.Map;

/**
 * An inventory of a location.
 *
 * @param forService 1 where consumables are written off
 * @param forSale    1 where sales come from by default; several storages may have it
 * @param weight     its place in the order
 * @param others     members that Altegio sends and we don't know, unchanged
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record Storage(Long id, String title, BigDecimal forService, BigDecimal forSale, String comment, BigDecimal weight,
        @JsonAnyGetter Map<String, Object> others) {

    /** Altegio's prose calls one member {@code for_services}, its examples {@code for_service}. */
    static Storage from(Row row) {
        BigDecimal forService = row.number("for_service");
        BigDecimal forServices = row.number("for_services");
        return new Storage(row.id("id"), row.text("title"), forService == null ? forServices : forService,
                row.number("for_sale"), row.text("comment"), row.number("weight"), row.others());
    }
}
