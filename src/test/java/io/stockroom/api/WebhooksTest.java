package io.stockroom.api;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.local.LocalQueue;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class WebhooksTest extends WebhooksContract {

    @TestHTTPResource
    URI api;

    @ConfigProperty(name = "sandbox.root")
    String sandbox;

    @Inject
    LocalQueue queue;
    @Inject
    Clock clock;

    @BeforeEach
    void emptyTheQueue() {
        given().delete("/sandbox/queue").then().statusCode(200);
    }

    @Override
    URI api() {
        return api;
    }

    @Override
    String sandbox() {
        return sandbox;
    }

    @Override
    Instant now() {
        return clock.instant();
    }

    @Override
    void deliver() {
        boolean more = true;
        while (more) {
            more = queue.deliver();
        }
    }

    @Override
    void enqueue(String message) {
        queue.send(message);
    }

    @Override
    int waiting() {
        return given().get("/sandbox/queue").jsonPath().getList("waiting").size();
    }

    @Override
    List<Map<String, String>> deadLetters() {
        return given().get("/sandbox/queue").jsonPath().getList("dead_letters.reason");
    }
}
