package io.stockroom.operations;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.stockroom.altegio.AltegioObject;
import io.stockroom.altegio.Marker;
import io.stockroom.altegio.NamedReference;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The document and transactions that Altegio created for an operation.
 *
 * @param warnings what differs from a complete booking, in sentences
 * @param others   fields that Altegio sends and Stockroom does not know, unchanged but for the marker
 */
@RegisterForReflection
public record Booking(Document document, List<BookedTransaction> transactions,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> warnings,
        @JsonAnyGetter Map<String, Object> others) {

    /**
     * Reads Altegio's response in either of its forms: the documented one has the lines in {@code transactions}; the flat one has them
     * in {@code goods_transactions}, with payments beside them, and the document's id in {@code document_id}, perhaps without the
     * document. With an id the operation is booked, even if the other fields cannot be read.
     */
    static Booking from(AltegioObject response) {
        AltegioObject row = response.lenient();
        Document document = row.takeObject("document").map(Document::from).orElse(null);
        Long documentId = row.takeId("document_id");
        if (documentId != null && (document == null || document.id() == null)) {
            document = Document.ofId(documentId);
        }
        if (document == null || document.id() == null) {
            throw AltegioObject.invalid("document");
        }
        List<AltegioObject> lines = row.takeObjects("transactions");
        Booking booking = of(document, lines.isEmpty() ? row.takeObjects("goods_transactions") : lines);
        return new Booking(booking.document, booking.transactions, booking.warnings, unmarked(row.remaining()));
    }

    static Booking of(Document document, List<AltegioObject> transactions) {
        return new Booking(document.unmarked(), transactions.stream().map(AltegioObject::lenient).map(BookedTransaction::from).toList(),
                List.of(), Map.of());
    }

    private static Map<String, Object> unmarked(Map<String, Object> unknown) {
        Map<String, Object> unmarked = new LinkedHashMap<>();
        unknown.forEach((name, value) -> unmarked.put(name, Marker.removedFromTree(value)));
        return unmarked;
    }

    /** Returns the booking with one more warning. */
    Booking with(String warning) {
        return new Booking(document, transactions, Stream.concat(warnings.stream(), Stream.of(warning)).toList(), others);
    }

    /** Returns the booking reduced to the document's id, for a ledger that cannot keep all of it. */
    Booking brief() {
        return new Booking(Document.ofId(document.id()), List.of(), warnings, Map.of())
                .with("The response was too large to be kept; only the id of the document is");
    }

    /**
     * The document.
     *
     * @param number as Altegio sends it, a number or text
     * @param typeId Altegio's document type, which is not numbered like the operation's: 1 sale, 3 receipt, 7 write-off
     * @param others fields that Altegio sends and Stockroom does not know, unchanged
     */
    @RegisterForReflection
    @JsonNaming(SnakeCaseStrategy.class)
    public record Document(Long id, Long typeId, NamedReference type, Long storageId, Long userId, Long companyId, Object number,
            String comment, Temporal createDate, NamedReference storage, NamedReference company, NamedReference user,
            @JsonAnyGetter Map<String, Object> others) {

        static Document from(AltegioObject row) {
            return new Document(row.takeId("id"), row.takeWholeNumber("type_id"), row.takeReference("type"), row.takeId("storage_id"),
                    row.takeId("user_id"), row.takeId("company_id"), row.takeAny("number"), row.takeText("comment"),
                    row.takeTimestamp("create_date"), row.takeReference("storage"), row.takeReference("company"), row.takeReference("user"),
                    row.remaining());
        }

        /** Returns the document with the comment as its author wrote it. */
        Document unmarked() {
            return new Document(id, typeId, type, storageId, userId, companyId, number, Marker.removedFrom(comment), createDate, storage,
                    company, user, others);
        }

        static Document ofId(Long id) {
            return new Document(id, null, null, null, null, null, null, null, null, null, null, null, Map.of());
        }
    }

    /**
     * A line of the document.
     *
     * @param amount negative for outgoing goods
     * @param others fields that Altegio sends and Stockroom does not know, unchanged
     */
    @RegisterForReflection
    @JsonNaming(SnakeCaseStrategy.class)
    public record BookedTransaction(Long id, Long documentId, Long typeId, NamedReference type, Long companyId, Long goodId,
            BigDecimal amount, BigDecimal costPerUnit, BigDecimal discount, BigDecimal cost, Long unitId, Long storageId, Long supplierId,
            Long clientId, Long masterId, Temporal createDate, String comment, Boolean deleted, NamedReference good,
            NamedReference storage, NamedReference supplier, NamedReference client, NamedReference master, NamedReference unit,
            @JsonAnyGetter Map<String, Object> others) {

        static BookedTransaction from(AltegioObject row) {
            return new BookedTransaction(row.takeId("id"), row.takeId("document_id"), row.takeWholeNumber("type_id"),
                    row.takeReference("type"),
                    row.takeId("company_id"), row.takeId("good_id"), row.takeNumber("amount"), row.takeNumber("cost_per_unit"),
                    row.takeNumber("discount"), row.takeNumber("cost"), row.takeId("unit_id"), row.takeId("storage_id"),
                    row.takeId("supplier_id"), row.takeId("client_id"), row.takeId("master_id"), row.takeTimestamp("create_date"),
                    Marker.removedFrom(row.takeText("comment")), row.takeFlag("deleted"), row.takeReference("good"),
                    row.takeReference("storage"), row.takeReference("supplier"), row.takeClient(), row.takeReference("master"),
                    row.takeReference("unit"), row.remaining());
        }
    }
}
