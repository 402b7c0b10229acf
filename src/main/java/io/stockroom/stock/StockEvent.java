package io.stockroom.stock;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The event "Stock Level Changed". docs/stock-level-changed.schema.json describes it.
 *
 * @param asOf  when the look at the stock began, in UTC with milliseconds, so that texts compare like times; it only grows for a good
 * @param cause what led to the look: the resource of Altegio's event, {@code booking} or {@code schedule}
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
@JsonPropertyOrder({"location_id", "good_id"})
public record StockEvent(long locationId, long goodId, @JsonUnwrapped GoodStock stock, String asOf, String cause) {

    /** EventBridge's {@code Source} of the event. */
    public static final String SOURCE = "stockroom";
    /** EventBridge's {@code DetailType} of the event. */
    public static final String DETAIL_TYPE = "Stock Level Changed";

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    static StockEvent of(GoodKey good, GoodStock stock, Instant asOf, String cause) {
        return new StockEvent(good.location(), good.id(), stock, MILLISECONDS.format(asOf), cause);
    }
}
