package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * How the service writes its responses where several ways have been seen.
 *
 * @param flatBookings whether the response to an operation is the flat one, with the document's id beside the document, and lines
 *                     without relations
 * @param language     of messages and titles: the account's
 */
public record SandboxStyle(boolean flatBookings, SandboxLanguage language) {

    /** What the vendor documents. */
    public static final SandboxStyle DOCUMENTED = new SandboxStyle(false, SandboxLanguage.EN);

    static final List<String> FIELDS = List.of("flat_bookings", "language");

    static SandboxStyle from(JsonNode request) {
        return new SandboxStyle(request.path("flat_bookings").asBoolean(),
                SandboxLanguage.titled(request.path("language").asText(DOCUMENTED.language.title())));
    }

    void addTo(ObjectNode quirks) {
        quirks.put("flat_bookings", flatBookings).put("language", language.title());
    }
}
