package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Something that has changed, as a webhook of the service reports it.
 *
 * @param data what has changed; null after a deletion
 */
record SandboxChange(long locationId, String resource, long id, String status, ObjectNode data) {

    /** @param status create, update or delete */
    static SandboxChange of(Location location, Movement movement, String status) {
        return new SandboxChange(location.id(), movement.type().resource(), movement.id(), status,
                new TransactionJson(location, SandboxQuirks.Comments.UNCHANGED).searchRow(movement));
    }

    /** Returns the change of a visit with one sold good, which the service may report instead of the line itself. */
    SandboxChange asVisit() {
        ObjectNode visit = Json.object().put("id", id);
        visit.putArray("services");
        visit.putArray("goods_transactions").addObject().put("id", id).put("good_id", data.path("good").path("id").asLong())
                .set("amount", data.path("amount"));
        return new SandboxChange(locationId, "record", id, "update", visit);
    }

    ObjectNode json() {
        ObjectNode event = Json.object().put("company_id", locationId).put("resource", resource).put("resource_id", id).put("status",
                status);
        if (data != null) {
            event.set("data", data);
        }
        return event;
    }
}
