package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;

/**
 * How the service writes its responses where several ways have been seen.
 *
 * @param flatBookings whether the response to an operation is the flat one, with the document's id beside the document, and lines
 *                     without relations
 * @param language     of messages and titles: the account's
 * @param clockOffset  by how much the date of responses is ahead; negative if it is behind
 */
public record SandboxStyle(boolean flatBookings, SandboxLanguage language, Duration clockOffset) {

    /** What the vendor documents. */
    public static final SandboxStyle DOCUMENTED = new SandboxStyle(false, SandboxLanguage.EN, Duration.ZERO);

    static final List<String> FIELDS = List.of("flat_bookings", "language", "clock_offset");

    static SandboxStyle from(JsonNode request) {
        return new SandboxStyle(request.path("flat_bookings").asBoolean(),
                SandboxLanguage.titled(request.path("language").asText(DOCUMENTED.language.title())),
                Duration.parse(request.path("clock_offset").asText(Duration.ZERO.toString())));
    }

    void addTo(ObjectNode quirks) {
        quirks.put("flat_bookings", flatBookings).put("language", language.title())
                .put("clock_offset", clockOffset.toString());
    }
}
