package io.stockroom.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.stockroom.webhooks.InMemoryQueue;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Lists queued and dead-lettered messages, next to the sandbox's control API. */
@Path("/sandbox/queue")
@Produces(MediaType.APPLICATION_JSON)
public class LocalQueueView {

    private final InMemoryQueue queue;
    private final ObjectMapper mapper;
    private final Clock clock;

    LocalQueueView(InMemoryQueue queue, ObjectMapper mapper, Clock clock) {
        this.queue = queue;
        this.mapper = mapper;
        this.clock = clock;
    }

    @GET
    public String list() {
        Instant now = clock.instant();
        ObjectNode view = mapper.createObjectNode();
        ArrayNode queued = view.putArray("waiting");
        queue.messages().forEach(message -> queued.addObject().put("message_id", message.id()).put("deliveries", message.receiveCount())
                .put("next_in", Duration.between(now, message.visibleAt()).toSeconds())
                .set("message", jsonOrText(message.body())));
        ArrayNode deadLetters = view.putArray("dead_letters");
        queue.deadLetters().forEach(letter -> deadLetters.addObject().putPOJO("reason", letter.reason())
                .set("message", jsonOrText(letter.body())));
        return view.toString();
    }

    @DELETE
    public String clear() {
        queue.clear();
        return list();
    }

    private JsonNode jsonOrText(String message) {
        try {
            return mapper.readTree(message);
        } catch (JsonProcessingException e) {
            return TextNode.valueOf(message);
        }
    }
}
