package io.stockroom.api;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.local.LocalEventSource;
import io.stockroom.webhooks.InMemoryQueue;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class ShopsTest extends ShopsContract {

    @Inject
    LocalEventSource eventSource;
    @Inject
    InMemoryQueue queue;
    @Inject
    Clock clock;

    @BeforeEach
    void emptyTheQueue() {
        given().delete("/sandbox/queue").then().statusCode(200);
    }

    @Override
    Instant now() {
        return clock.instant();
    }

    @Override
    void deliver() {
        boolean more = true;
        while (more) {
            more = eventSource.deliver();
        }
    }

    @Override
    int queued() {
        return given().get("/sandbox/queue").jsonPath().getList("waiting").size();
    }

    @Override
    List<Map<String, String>> deadLetters() {
        return given().get("/sandbox/queue").jsonPath().getList("dead_letters.reason");
    }

    @Override
    void redrive() {
        List<InMemoryQueue.DeadLetter> letters = queue.deadLetters();
        queue.clear();
        letters.forEach(letter -> queue.send(letter.body()));
    }
}
