package io.stockroom.operations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.Reference;
import io.stockroom.altegio.Row;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.List;
import java.util.Map;

/** What Altegio made of an operation: a document and its transactions. */
@RegisterForReflection
public record Booking(Document document, List<Transaction> transactions) {

    /**
     * Altegio's answer names the document in full; some have seen only its id, in {@code document_id}. With an id it is
     * booked, whatever else can't be read.
     */
    static Booking from(Row answer) {
        Row row = answer.lenient();
        Document document = row.row("document").map(Document::from).orElse(null);
        Long documentId = row.id("document_id");
        if (document == null && documentId != null) {
            document = Document.named(documentId);
        }
        if (document == null || document.id() == null) {
            throw Row.unreadable("document");
        }
        return of(document, row.rows("transactions"));
    }

    static Booking of(Document document, List<Row> transactions) {
        return new Booking(document.unmarked(), transactions.stream().map(Row::lenient).map(Transaction::from).toList());
    }

    /**
     * The document.
     *
     * @param number as Altegio has it, a number or a text
     * @param typeId Altegio's document type, another number than the operation's: 1 sale, 3 receipt, 7 write-off
     * @param others members that Altegio sends and we don't know, unchanged
     */
    @RegisterForReflection
    @JsonNaming(SnakeCaseStrategy.class)
    public record Document(Long id, Long typeId, Reference type, Long storageId, Long userId, Long companyId, Object number,
            String comment, Temporal createDate, Reference storage, Reference company, Reference user,
            @JsonAnyGetter Map<String, Object> others) {

        static Document from(Row row) {
            return new Document(row.id("id"), row.id("type_id"), row.reference("type"), row.id("storage_id"), row.id("user_id"),
                    row.id("company_id"), row.any("number"), row.text("comment"), row.timestamp("create_date"),
                    row.reference("storage"), row.reference("company"), row.reference("user"), row.others());
        }

        /** With the comment that its author wrote. */
        Document unmarked() {
            return new Document(id, typeId, type, storageId, userId, companyId, number, Marker.takenOff(comment), createDate, storage,
                    company, user, others);
        }

        static Document named(Long id) {
            return new Document(id, null, null, null, null, null, null, null, null, null, null, null, Map.of());
        }
    }

    /**
     * A line of the document.
     *
     * @param amount negative when it went out
     * @param others members that Altegio sends and we don't know, unchanged
     */
    @RegisterForReflection
    @JsonNaming(SnakeCaseStrategy.class)
    public record Transaction(Long id, Long documentId, Long typeId, Reference type, Long companyId, Long goodId, BigDecimal amount,
            BigDecimal costPerUnit, BigDecimal discount, BigDecimal cost, Long unitId, Long storageId, Long supplierId, Long clientId,
            Long masterId, Temporal createDate, String comment, Boolean deleted, Reference good, Reference storage,
            Reference supplier, Reference client, Reference master, Reference unit, @JsonAnyGetter Map<String, Object> others) {

        static Transaction from(Row row) {
            return new Transaction(row.id("id"), row.id("document_id"), row.id("type_id"), row.reference("type"), row.id("company_id"),
                    row.id("good_id"), row.number("amount"), row.number("cost_per_unit"), row.number("discount"), row.number("cost"),
                    row.id("unit_id"), row.id("storage_id"), row.id("supplier_id"), row.id("client_id"), row.id("master_id"),
                    row.timestamp("create_date"), Marker.takenOff(row.text("comment")), row.flag("deleted"), row.reference("good"),
                    row.reference("storage"), row.reference("supplier"), row.reference("client", "clients"),
                    row.reference("master"), row.reference("unit"), row.others());
        }
    }
}
