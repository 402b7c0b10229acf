package io.stockroom.local.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * Where the sandbox posts its events, and what goes wrong with them.
 *
 * @param url      in which {@code {location_id}} stands for the location
 * @param bearer   what it sends in {@code Authorization}; empty for nothing
 * @param delay    how long after the fact
 * @param repeated whether each event is posted twice
 * @param shuffled whether events are posted in another order than that of the facts
 * @param lost     how many of a hundred events are not posted
 * @param renamed  whether titles are others than before
 * @param visits   whether sales are reported as changed visits
 */
record WebhookSettings(String url, String bearer, Duration delay, boolean repeated, boolean shuffled, int lost, boolean renamed,
        boolean visits) {

    static final WebhookSettings NONE = new WebhookSettings("", "", Duration.ofSeconds(5), false, false, 0, false, false);

    private static final List<String> FIELDS = List.of("url", "bearer", "delay", "repeated", "shuffled", "lost", "renamed", "visits");

    /** @throws IllegalArgumentException if the request is not valid */
    static WebhookSettings from(JsonNode request) {
        request.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException("Unknown field '" + name + "'; expected one of " + String.join(", ", FIELDS));
            }
        });
        String url = request.path("url").asText();
        if (!url.matches("https?://\\S+")) {
            throw new IllegalArgumentException("url must be an http or https URL");
        }
        int lost = request.path("lost").asInt();
        if (lost < 0 || lost > 100) {
            throw new IllegalArgumentException("lost must be a percentage");
        }
        return new WebhookSettings(url, request.path("bearer").asText(),
                Duration.parse(request.path("delay").asText(NONE.delay().toString())),
                request.path("repeated").asBoolean(), request.path("shuffled").asBoolean(), lost, request.path("renamed").asBoolean(),
                request.path("visits").asBoolean());
    }

    boolean isEnabled() {
        return !url.isEmpty();
    }

    URI url(long location) {
        return URI.create(url.replace("{location_id}", String.valueOf(location)));
    }

    /** Returns the settings without the bearer. */
    ObjectNode json() {
        return Json.object().put("url", url).put("delay", delay.toString()).put("repeated", repeated).put("shuffled", shuffled)
                .put("lost", lost).put("renamed", renamed).put("visits", visits);
    }
}
