package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the response to an operation in one of the two forms that have been seen. */
record SandboxBookingResponse(Location location, TransactionJson rows, SandboxDocument document) {

    /** Returns the documented form: the document, and its lines with their relations. */
    ObjectNode documented() {
        ObjectNode data = Json.object();
        data.set("document", rows.document(document));
        data.set("transactions", Json.array(document.lines().stream(), rows::bookedLine));
        return data;
    }

    /** Returns the form that integrators report: lines under the name of the request, without relations, and the payments. */
    ObjectNode flat() {
        ListResponses lists = new ListResponses(location);
        ObjectNode data = Json.object().put("document_id", document.id());
        data.set("document", rows.document(document));
        data.set("goods_transactions", Json.array(document.lines().stream(), rows::line));
        data.put("paid", !location.payments(document.id()).isEmpty());
        data.set("payment_transactions", lists.payments(document.id()));
        data.set("kkm_transactions", Json.array());
        return data;
    }
}
