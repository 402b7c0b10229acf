package io.stockroom.transactions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.Reference;
import io.stockroom.altegio.Row;
import io.stockroom.operations.Marker;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.Map;

/**
 * One line of a document: a good that came in or went out.
 *
 * @param typeId            1 sale, 2 usage, 3 receipt, 4 write-off, 5 transfer
 * @param type              its title, in the location's language
 * @param operationUnitType 1 for the unit of sale, 2 for the unit of writing off
 * @param amount            in that unit; negative when it went out
 * @param costPerUnit       in the location's currency, as is {@code cost}, which is the line's total and never negative
 * @param discount          percent
 * @param others            members that Altegio sends and we don't know, unchanged
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record Transaction(Long id, Long documentId, Long typeId, String type, Reference good, Reference storage, Reference unit,
        BigDecimal operationUnitType, BigDecimal amount, Temporal createDate, Temporal lastChangeDate, BigDecimal costPerUnit,
        BigDecimal cost, BigDecimal discount, Reference master, Reference supplier, Long recordId, Reference service,
        Reference client, String comment, @JsonAnyGetter Map<String, Object> others) {

    /** Altegio names the client {@code client} or {@code clients}. */
    static Transaction from(Row row) {
        return new Transaction(row.id("id"), row.id("document_id"), row.id("type_id"), row.title("type"),
                row.reference("good"), row.reference("storage"), row.reference("unit"), row.number("operation_unit_type"),
                row.number("amount"), row.timestamp("create_date"), row.timestamp("last_change_date"),
                row.number("cost_per_unit"), row.number("cost"), row.number("discount"), row.reference("master"),
                row.reference("supplier"), row.id("record_id"), row.reference("service"), row.reference("client", "clients"),
                Marker.takenOff(row.text("comment")), row.others());
    }
}
