package io.stockroom.operations;

import io.stockroom.altegio.NamedReference;
import io.stockroom.input.Timestamps;
import io.stockroom.operations.Booking.BookedTransaction;
import io.stockroom.operations.Booking.Document;
import java.time.temporal.Temporal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a booking that was found after a lost response as Altegio responds to bookings. Its responses occur in two forms, and which one
 * the account would have received isn't known: each reader finds its own, since the fields of one don't disturb the readers of the
 * other. As in Altegio's responses, an absent relation is {@code []}, an absent id 0, and an absent text empty.
 */
final class AltegioBooking {

    private final Map<String, Object> fields = new LinkedHashMap<>();

    private AltegioBooking() {
    }

    static Object of(Booking booking) {
        List<Object> lines = booking.transactions().stream().map(AltegioBooking::line).toList();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("document_id", id(booking.document().id()));
        data.put("document", document(booking.document()));
        data.put("transactions", lines);
        data.put("goods_transactions", lines);
        Map<String, Object> envelope = new LinkedHashMap<>();
        envelope.put("success", true);
        envelope.put("data", data);
        envelope.put("meta", booking.warnings().isEmpty() ? List.of() : Map.of("warnings", booking.warnings()));
        return envelope;
    }

    private static Object document(Document document) {
        return new AltegioBooking()
                .id("id", document.id()).id("type_id", document.typeId()).relation("type", document.type())
                .id("storage_id", document.storageId()).id("user_id", document.userId()).id("company_id", document.companyId())
                .known("number", document.number()).text("comment", document.comment()).time("create_date", document.createDate())
                .relation("storage", document.storage()).relation("company", document.company()).relation("user", document.user())
                .with(document.others());
    }

    private static Object line(BookedTransaction line) {
        return new AltegioBooking()
                .id("id", line.id()).id("document_id", line.documentId()).id("type_id", line.typeId()).relation("type", line.type())
                .id("company_id", line.companyId()).id("good_id", line.goodId()).known("amount", line.amount())
                .known("cost_per_unit", line.costPerUnit()).known("discount", line.discount()).known("cost", line.cost())
                .id("unit_id", line.unitId()).id("storage_id", line.storageId()).id("supplier_id", line.supplierId())
                .id("client_id", line.clientId()).id("master_id", line.masterId()).time("create_date", line.createDate())
                .text("comment", line.comment()).known("deleted", line.deleted()).relation("good", line.good())
                .relation("storage", line.storage()).relation("supplier", line.supplier()).relation("client", line.client())
                .relation("master", line.master()).relation("unit", line.unit())
                .with(line.others());
    }

    private AltegioBooking id(String name, Long id) {
        fields.put(name, id(id));
        return this;
    }

    private static Long id(Long id) {
        return id == null ? 0L : id;
    }

    private AltegioBooking text(String name, String text) {
        fields.put(name, text == null ? "" : text);
        return this;
    }

    /** Adds a value only if it is known: unlike a relation, an amount can't be absent. */
    private AltegioBooking known(String name, Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    private AltegioBooking time(String name, Temporal time) {
        return known(name, time == null ? null : Timestamps.format(time));
    }

    private AltegioBooking relation(String name, NamedReference reference) {
        fields.put(name, reference == null ? List.of() : reference);
        return this;
    }

    private Map<String, Object> with(Map<String, Object> others) {
        others.forEach(fields::putIfAbsent);
        return fields;
    }
}
