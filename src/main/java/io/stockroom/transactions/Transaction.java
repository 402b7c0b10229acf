package io.stockroom.transactions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.Marker;
import io.stockroom.altegio.NamedReference;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Map;

/**
 * One line of a document: an incoming or outgoing good.
 *
 * @param typeId            the number of an {@link io.stockroom.altegio.OperationType}
 * @param type              its title, in the location's language
 * @param operationUnitType 1 for the sale unit, 2 for the write-off unit
 * @param amount            in that unit; negative for outgoing goods
 * @param costPerUnit       in the location's currency, like {@code cost}, which is the line's total and never negative
 * @param discount          in percent
 * @param others            fields that Altegio sends and Stockroom does not know, unchanged
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record Transaction(Long id, Long documentId, Long typeId, String type, NamedReference good, NamedReference storage,
        NamedReference unit, BigDecimal operationUnitType, BigDecimal amount, Temporal createDate, Temporal lastChangeDate,
        BigDecimal costPerUnit, BigDecimal cost, BigDecimal discount, NamedReference master, NamedReference supplier, Long recordId,
        NamedReference service, NamedReference client, String comment, @JsonAnyGetter Map<String, Object> others) {

    /** Reads a row of Altegio's, which contains the client as {@code client} or {@code clients}. */
    static Transaction from(AltegioObject row) {
        return new Transaction(row.takeId("id"), row.takeId("document_id"), row.takeWholeNumber("type_id"), row.takeTitle("type"),
                row.takeReference("good"), row.takeReference("storage"), row.takeReference("unit"), row.takeNumber("operation_unit_type"),
                row.takeNumber("amount"), row.takeTimestamp("create_date"), row.takeTimestamp("last_change_date"),
                row.takeNumber("cost_per_unit"), row.takeNumber("cost"), row.takeNumber("discount"), row.takeReference("master"),
                row.takeReference("supplier"), row.takeId("record_id"), row.takeReference("service"), row.takeClient(),
                Marker.removedFrom(row.takeText("comment")), row.remaining());
    }
}
