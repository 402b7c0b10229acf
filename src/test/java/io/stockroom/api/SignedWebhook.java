package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.EmptyWebhookSecretException;
import com.standardwebhooks.exceptions.WebhookSigningException;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;

/** Webhooks as a shop sends them, signed with the Standard Webhooks library. */
final class SignedWebhook {

    private SignedWebhook() {
    }

    static RequestSpecification of(String secret, String id, Instant now, String body) {
        long time = now.getEpochSecond();
        try {
            return given().header("webhook-id", id).header("webhook-timestamp", time)
                    .header("webhook-signature", new Webhook(secret).sign(id, time, body)).body(body.getBytes(UTF_8));
        } catch (EmptyWebhookSecretException | WebhookSigningException e) {
            throw new IllegalStateException(e);
        }
    }

    static String json(Object operation) {
        try {
            return new ObjectMapper().writeValueAsString(operation);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
