package io.stockroom.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Shows what is in the queue and what is dead, beside the sandbox. */
@Path("/sandbox/queue")
@Produces(MediaType.APPLICATION_JSON)
public class LocalQueueView {

    private final LocalQueue queue;
    private final ObjectMapper mapper;
    private final Clock clock;

    LocalQueueView(LocalQueue queue, ObjectMapper mapper, Clock clock) {
        this.queue = queue;
        this.mapper = mapper;
        this.clock = clock;
    }

    @GET
    public String show() {
        Instant now = clock.instant();
        ObjectNode view = mapper.createObjectNode();
        ArrayNode waiting = view.putArray("waiting");
        queue.waiting().forEach(message -> waiting.addObject().put("message_id", message.id()).put("deliveries", message.receives())
                .put("next_in", Duration.between(now, message.visible()).toSeconds())
                .set("message", readable(message.body())));
        ArrayNode dead = view.putArray("dead_letters");
        queue.deadLetters().forEach(letter -> dead.addObject().putPOJO("reason", letter.reason())
                .set("message", readable(letter.body())));
        return view.toString();
    }

    @DELETE
    public String empty() {
        queue.clear();
        return show();
    }

    private JsonNode readable(String message) {
        try {
            return mapper.readTree(message);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(message);
        }
    }
}
