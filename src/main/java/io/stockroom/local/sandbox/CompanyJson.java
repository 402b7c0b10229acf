package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import java.util.Set;

/** Writes a location and its team as the service does: what clients read before they can book. */
record CompanyJson(Location location) {

    private static final int SECONDS_PER_HOUR = 3600;

    ObjectNode company() {
        return Json.object()
                .put("id", location.id())
                .put("title", title(location.id()))
                .put("country", "Bulgaria")
                .put("city", "Sofia")
                .put("address", "1 Sandbox Street")
                .put("phone", "+359880004564")
                // A number or text, and in hours, unlike the name.
                .put("timezone",
                        Integer.toString(Dates.ZONE.getRules().getStandardOffset(Instant.EPOCH).getTotalSeconds() / SECONDS_PER_HOUR))
                .put("timezone_name", Dates.ZONE.getId())
                .put("currency_short_title", "BGN")
                .put("active", 1);
    }

    ArrayNode staff() {
        return Json.array(location.catalog().masters().entrySet().stream(), this::member);
    }

    /** Returns what the user may do, as far as it concerns storages; no list of storages stands for all of them. */
    ObjectNode permissions(Set<SandboxRoute> denied) {
        ObjectNode permissions = Json.object();
        permissions.putObject("storages").put("storages_access", !denied.contains(SandboxRoute.STORAGES))
                .put("storages_transactions_access", !denied.contains(SandboxRoute.SEARCH))
                .put("storages_create_transactions_access", !denied.contains(SandboxRoute.BOOK))
                .putArray("storages_ids");
        return permissions;
    }

    ObjectNode member(long id) {
        return location.catalog().masters().entrySet().stream().filter(member -> member.getKey() == id).findFirst()
                .map(this::member).orElseThrow(ApiErrorException::notFound);
    }

    static String title(long location) {
        return "Sandbox location " + location;
    }

    private ObjectNode member(Map.Entry<Long, String> member) {
        ObjectNode row = Json.object()
                .put("id", member.getKey())
                .put("name", member.getValue())
                .put("company_id", location.id())
                .put("specialization", "Stylist")
                .put("user_id", 0)
                .put("fired", 0)
                .put("hidden", 0);
        return row.set("position", position(member.getKey()));
    }

    /** Every second team member has no position, which is an empty array then. */
    private static JsonNode position(long member) {
        return member % 2 == 0 ? Json.array() : Json.titled(11, "Stylist");
    }
}
