package io.stockroom.stock;

import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes the events of Altegio's webhooks, and queues the goods that they name. Calls nobody but the queue. */
@ApplicationScoped
public class AltegioEvents {

    private final StockQueue queue;

    AltegioEvents(StockQueue queue) {
        this.queue = queue;
    }

    /**
     * Queues the goods that the events in a body name. Events that cannot be about stock are left out.
     *
     * @return how many messages were queued
     * @throws InvalidInputException if the body is no event, or has one of another location; nothing is queued then
     */
    public int add(long location, byte[] body) {
        Map<String, Set<Long>> goodsByCause = new LinkedHashMap<>();
        List<QueuedGoods> unknown = new ArrayList<>();
        List<Map<?, ?>> events = JsonBody.readObjects(body);
        for (int i = 0; i < events.size(); i++) {
            AltegioEvent.of(events.get(i), location, events.size() == 1 ? "" : "/" + i).goods(location).ifPresent(queued -> {
                if (queued.goods().isEmpty()) {
                    unknown.add(queued);
                } else {
                    goodsByCause.computeIfAbsent(queued.cause(), cause -> new LinkedHashSet<>()).addAll(queued.goods());
                }
            });
        }
        List<String> messages = new ArrayList<>();
        goodsByCause.forEach((cause, goods) -> messages.addAll(new QueuedGoods(location, goods, cause).messages()));
        unknown.stream().limit(1).forEach(queued -> messages.addAll(queued.messages()));
        if (!messages.isEmpty()) {
            queue.send(messages);
        }
        return messages.size();
    }
}
