package io.stockroom.api;

import static io.restassured.RestAssured.given;

import io.stockroom.local.LocalEventSource;
import io.stockroom.webhooks.InMemoryQueue;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The queue in development mode, as its routes below {@code /sandbox/queue} show it. */
@Singleton
class LocalWorkQueue implements WorkQueue {

    private final LocalEventSource eventSource;
    private final InMemoryQueue queue;
    private final Clock clock;

    LocalWorkQueue(LocalEventSource eventSource, InMemoryQueue queue, Clock clock) {
        this.eventSource = eventSource;
        this.queue = queue;
        this.clock = clock;
    }

    @Override
    public void clear() {
        given().delete("/sandbox/queue").then().statusCode(200);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void deliver() {
        boolean more = true;
        while (more) {
            more = eventSource.deliver();
        }
    }

    @Override
    public void enqueue(String message) {
        queue.send(message);
    }

    @Override
    public int queued() {
        return given().get("/sandbox/queue").jsonPath().getList("waiting").size();
    }

    @Override
    public List<Map<String, String>> deadLetters() {
        return given().get("/sandbox/queue").jsonPath().getList("dead_letters.reason");
    }

    @Override
    public void redrive() {
        List<InMemoryQueue.DeadLetter> letters = queue.deadLetters();
        queue.clear();
        letters.forEach(letter -> queue.send(letter.body()));
    }
}
