package io.stockroom.transactions;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.Marker;
import io.stockroom.altegio.NamedReference;
import io.stockroom.altegio.Unread;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
 * @param unread            fields that could not be read, which are null
 */
@RegisterForReflection
@JsonNaming(SnakeCaseStrategy.class)
public record Transaction(Long id, Long documentId, Long typeId, String type, NamedReference good, NamedReference storage,
        NamedReference unit, BigDecimal operationUnitType, BigDecimal amount, Temporal createDate, Temporal lastChangeDate,
        BigDecimal costPerUnit, BigDecimal cost, BigDecimal discount, NamedReference master, NamedReference supplier, Long recordId,
        NamedReference service, NamedReference client, String comment, @JsonAnyGetter Map<String, Object> others,
        @JsonIgnore Unread unread) {

    /** Reads a row of Altegio's, which contains the client as {@code client} or {@code clients}. */
    static Transaction from(AltegioObject sent) {
        AltegioObject row = sent.keepingUnread();
        return new Transaction(row.takeId("id"), row.takeId("document_id"), row.takeWholeNumber("type_id"), row.takeTitle("type"),
                row.takeReference("good"), row.takeReference("storage"), row.takeReference("unit"), row.takeNumber("operation_unit_type"),
                row.takeNumber("amount"), row.takeTimestamp("create_date"), row.takeTimestamp("last_change_date"),
                row.takeNumber("cost_per_unit"), row.takeNumber("cost"), row.takeNumber("discount"), row.takeReference("master"),
                row.takeReference("supplier"), row.takeId("record_id"), row.takeReference("service"), row.takeClient(),
                Marker.removedFrom(row.takeText("comment")), row.remaining(), row.unread());
    }

    /** Returns a sentence about each field that could not be read. */
    List<String> warnings() {
        String row = id == null ? "A transaction without a readable id" : "Transaction " + id;
        return unread.fields().stream().map(field -> row + ": `" + field + "` has an unexpected type or format and is passed on unchanged")
                .toList();
    }

    /** Returns whether the id of this name, the row's or a relation's, could not be read. */
    boolean isUnread(String idName) {
        String relation = idName.replaceFirst("_id$", "");
        return Stream.of(idName, relation, relation + ".id").anyMatch(unread.fields()::contains);
    }
}
