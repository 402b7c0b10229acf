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

    /** Returns the booking with other lines in place of its own. */
    Booking with(List<BookedTransaction> lines) {
        return new Booking(document, lines, warnings, others);
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
     * @param amount     negative for outgoing goods
     * @param supplierId 0, like the ids of the client and of the team member, if Altegio shows that there is none
     * @param others     fields that Altegio sends and Stockroom does not know, unchanged
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
                    party(row, "supplier"), party(row, "client", "clients"), party(row, "master"), row.takeTimestamp("create_date"),
                    Marker.removedFrom(row.takeText("comment")), row.takeFlag("deleted"), row.takeReference("good"),
                    row.takeReference("storage"), row.takeReference("supplier"), row.takeClient(), row.takeReference("master"),
                    row.takeReference("unit"), row.remaining());
        }

        /** Returns null if the row does not contain the id, and 0 if it shows that there is none. */
        private static Long party(AltegioObject row, String... names) {
            Long id = row.takeWholeNumber(names[0] + "_id");
            return id == null && Stream.of(names).anyMatch(row::has) ? Long.valueOf(0) : id;
        }

        /** Returns what is known about each line of a document. */
        static BookedTransaction known(Document document, long typeId, Long storageId, Long supplierId, Long clientId, Long masterId) {
            NamedReference storage = storageId != null && storageId.equals(document.storageId) ? document.storage : null;
            return new BookedTransaction(null, document.id, typeId, null, document.companyId, null, null, null, null, null, null,
                    storageId, supplierId, clientId, masterId, null, null, null, null, storage, null, null, null, null, Map.of());
        }

        /** Returns the line with what it lacks taken from another form of the same line. */
        BookedTransaction completedBy(BookedTransaction other) {
            return new BookedTransaction(id, either(documentId, other.documentId), either(typeId, other.typeId), either(type, other.type),
                    either(companyId, other.companyId), either(goodId, other.goodId), either(amount, other.amount),
                    either(costPerUnit, other.costPerUnit), either(discount, other.discount), either(cost, other.cost),
                    either(unitId, other.unitId), either(storageId, other.storageId), either(supplierId, other.supplierId),
                    either(clientId, other.clientId), either(masterId, other.masterId), either(createDate, other.createDate),
                    either(comment, other.comment), either(deleted, other.deleted), either(good, other.good),
                    either(storage, other.storage), either(supplier, other.supplier), either(client, other.client),
                    either(master, other.master), either(unit, other.unit), others);
        }

        /** Returns the line with a relation for each id, and an id for each relation. */
        BookedTransaction withReferences() {
            return new BookedTransaction(id, documentId, typeId, reference(type, typeId), companyId, id(good, goodId), amount, costPerUnit,
                    discount, cost, id(unit, unitId), id(storage, storageId), id(supplier, supplierId), id(client, clientId),
                    id(master, masterId), createDate, comment, deleted, reference(good, goodId), reference(storage, storageId),
                    reference(supplier, supplierId), reference(client, clientId), reference(master, masterId), reference(unit, unitId),
                    others);
        }

        private static <T> T either(T own, T other) {
            return own == null ? other : own;
        }

        private static NamedReference either(NamedReference own, NamedReference other) {
            return own == null ? other : own.completedBy(other);
        }

        private static NamedReference reference(NamedReference own, Long id) {
            return either(own, id == null ? null : NamedReference.to(id));
        }

        private static Long id(NamedReference reference, Long own) {
            if (own != null && own != 0) {
                return own;
            }
            return reference == null ? null : reference.id();
        }
    }
}
