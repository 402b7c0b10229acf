package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockroom.local.sandbox.Catalog.Good;
import io.stockroom.local.sandbox.Catalog.Unit;
import io.stockroom.local.sandbox.SandboxOperation.Parties;
import io.stockroom.local.sandbox.SandboxOperation.Price;

/** Writes transactions and documents as the service does, in a format that differs by route. */
record TransactionJson(Location location, SandboxQuirks.Comments comments) {

    private static final String USER = "Sandbox Owner";
    private static final long USER_ID = 7001;
    private static final long FIRST_CERTIFICATE = 900_000_000;

    /** Writes a search result: {@code type} is a title, and relations have no separate ID fields. */
    ObjectNode searchRow(Movement movement) {
        Dialect dialect = new Dialect(movement.id());
        Parties parties = movement.line().parties();
        ObjectNode row = common(movement, dialect);
        addRelations(row, movement);
        row.put("type", movement.type().title())
                .put("record_id", parties.recordId());
        row.set("last_change_date", dialect.date(movement.changed()));
        row.set("service", Json.titled(parties.serviceId(), catalog().services()));
        row.set(dialect.clientField(), Json.client(parties.clientId(), catalog()));
        return row.put("loyalty_abonement_id", 0).put("loyalty_certificate_id", certificate(movement));
    }

    /** Writes a line of the documented response to an operation: {@code type} is an object, and relations follow their IDs. */
    ObjectNode bookedLine(Movement movement) {
        ObjectNode line = line(movement);
        line.set("type", Json.titled(movement.type().id(), movement.type().title()));
        addRelations(line, movement);
        line.set("client", Json.client(movement.line().parties().clientId(), catalog()));
        return line;
    }

    /** Writes a document line, which has no relations, only their IDs: 0 for an absent one. */
    ObjectNode line(Movement movement) {
        Dialect dialect = new Dialect(movement.id());
        Parties parties = movement.line().parties();
        return common(movement, dialect)
                .put("company_id", location.id())
                .put("good_id", movement.goodId())
                .put("unit_id", good(movement).unitId())
                .put("storage_id", movement.storageId())
                .put("supplier_id", parties.supplierId())
                .put("client_id", parties.clientId())
                .put("master_id", parties.masterId())
                .put("deleted", false);
    }

    ObjectNode document(SandboxDocument document) {
        Dialect dialect = new Dialect(document.id());
        ObjectNode row = Json.object()
                .put("id", document.id())
                .put("type_id", document.type().documentType())
                .put("storage_id", document.storageId())
                .put("user_id", USER_ID)
                .put("company_id", location.id())
                .put("number", document.id());
        putIfPresent(row, comments.document(document.comment()));
        row.set("type", Json.titled(document.type().documentType(), document.type().title()));
        row.set("create_date", dialect.date(document.created()));
        row.set("storage", storage(document.storageId()));
        row.set("company", Json.titled(location.id(), CompanyJson.title(location.id())));
        row.set("user", Json.object().put("id", USER_ID).put("name", USER));
        return row;
    }

    private ObjectNode common(Movement movement, Dialect dialect) {
        Price price = movement.line().price();
        ObjectNode row = Json.object();
        row.set("id", dialect.id(movement.id()));
        row.set("document_id", dialect.id(movement.documentId()));
        row.set("type_id", dialect.id(movement.type().id()));
        row.put("operation_unit_type", movement.line().unitType());
        row.set("amount", dialect.amount(movement.amount()));
        row.set("create_date", dialect.date(movement.created()));
        row.set("cost_per_unit", dialect.money(price.perUnit()));
        row.set("discount", dialect.amount(price.discount()));
        row.set("cost", dialect.money(price.cost()));
        putIfPresent(row, comments.line(movement.line().comment()));
        return row;
    }

    private void addRelations(ObjectNode row, Movement movement) {
        Good good = good(movement);
        Parties parties = movement.line().parties();
        row.set("good", Json.titled(good.id(), good.title()));
        row.set("storage", storage(movement.storageId()));
        row.set("unit", unit(good.unitId()));
        row.set("master", Json.titled(parties.masterId(), catalog().masters()));
        row.set("supplier", Json.titled(parties.supplierId(), catalog().suppliers()));
    }

    /** Returns the ID of the gift card that was sold; 0 for other goods. */
    private long certificate(Movement movement) {
        boolean sold = movement.type() == SandboxOperationType.SALE && catalog().isGiftCard(movement.goodId());
        return sold ? FIRST_CERTIFICATE + movement.id() : 0;
    }

    private static void putIfPresent(ObjectNode row, String comment) {
        if (comment != null) {
            row.put("comment", comment);
        }
    }

    private ObjectNode unit(long id) {
        Unit unit = Catalog.UNITS.get(id);
        return Json.titled(id, unit.title()).put("short_title", unit.shortTitle());
    }

    private ObjectNode storage(long id) {
        return Json.titled(id, catalog().storages().get(id).title());
    }

    private Good good(Movement movement) {
        return location.good(movement.goodId());
    }

    private Catalog catalog() {
        return location.catalog();
    }
}
