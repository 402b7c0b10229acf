package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockroom.local.sandbox.Catalog.SandboxStorage;
import java.util.Map;

/** Writes the short lists of a location as the service does: storages, cash desks, payments. */
record ListResponses(Location location) {

    ArrayNode storages() {
        return Json.array(catalog().storages().entrySet().stream(), this::storage);
    }

    ArrayNode accounts() {
        return Json.array(catalog().accounts().entrySet().stream(),
                account -> Json.titled(account.getKey(), account.getValue()).put("comment", ""));
    }

    ArrayNode payments(Long documentId) {
        return Json.array(location.payments(documentId).stream(), this::payment);
    }

    private JsonNode storage(Map.Entry<Long, SandboxStorage> entry) {
        SandboxStorage storage = entry.getValue();
        return Json.titled(entry.getKey(), storage.title())
                // The documentation contains both field names.
                .put(entry.getKey() % 2 == 0 ? "for_services" : "for_service", storage.forServices() ? 1 : 0)
                .put("for_sale", storage.forSale() ? 1 : 0)
                .put("comment", storage.comment())
                .put("weight", entry.getKey() % 100);
    }

    private JsonNode payment(Payment payment) {
        Dialect dialect = new Dialect(payment.id());
        ObjectNode row = Json.object().put("id", payment.id()).put("document_id", payment.documentId());
        row.set("date", dialect.date(payment.date()));
        row.set("amount", dialect.money(payment.amount()));
        row.set("account", Json.titled(payment.accountId(), catalog().accounts()));
        row.set("client", Json.client(payment.clientId(), catalog()));
        row.set("supplier", Json.titled(payment.supplierId(), catalog().suppliers()));
        return row;
    }

    private Catalog catalog() {
        return location.catalog();
    }
}
