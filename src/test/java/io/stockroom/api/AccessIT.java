package io.stockroom.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockroom.Slow;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.SampleEvents;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Slow
class AccessIT extends AccessContract {

    @RegisterExtension
    static final PackagedStack STACK = PackagedStack.with(Map.of("stockroom.session.failure-delay", FAILURE_DELAY.toString(),
            "stockroom.webhooks.queue-url", "https://example.org/queue")).parameter("Access", "keys");

    /** The sample is an event as API Gateway sends it to an authorizer. */
    @Test
    void theAuthorizerRespondsToApiGateway() {
        try (Instance instance = Instance.start(Artifact.packaged(), STACK.function("AuthorizeFunction"))) {
            assertEquals("{\"isAuthorized\":true,\"context\":{\"caller\":\"shop\",\"locations\":\"4564\",\"may\":\"read,book\"}}",
                    sorted(instance.invoke(SampleEvents.of("authorize")).json()));
            assertEquals("{\"isAuthorized\":true,\"context\":{\"denial\":\"A key is required: send it as Authorization: Bearer <key>\"}}",
                    instance.invoke("{}").json().toString());
        }
    }

    /** What API Gateway adds to the event decides, whatever the headers contain. */
    @Test
    void aFunctionTrustsTheAuthorizersContextOnly() throws IOException {
        try (Instance instance = Instance.start(Artifact.packaged(), STACK.function("ListStoragesFunction"))) {
            String event = SampleEvents.of("list-storages");
            assertEquals(401, instance.invoke(event).json().get("statusCode").asInt());

            assertEquals(200, status(instance, event, "4564", "read"));
            assertEquals(403, status(instance, event, "4565", "read"));
            assertEquals(403, status(instance, event, "4564", "book"));
            assertTrue(instance.output().contains("\"caller\":\"shop\""), instance.output());
            assertFalse(instance.output().contains(SHOP.substring(7)));
        }
    }

    @Test
    void contradictoryCallersStopTheStartWithOneMessage() {
        for (String name : new String[] {"AuthorizeFunction", "LogInFunction"}) {
            try (Instance instance = Instance.start(Artifact.packaged(),
                    STACK.function(name).with("STOCKROOM_CALLERS_SECRET", "{\"shop\": {\"key\": \"canary\", \"may\": \"read\"}}"))) {
                assertEquals(1, instance.exitCode());
                assertTrue(instance.output()
                        .contains("Invalid configuration: key of the caller shop in STOCKROOM_CALLERS_SECRET must have 20"
                                + " to 200 characters, at least 10 different ones, without spaces and commas; locations of the caller shop in"
                                + " STOCKROOM_CALLERS_SECRET must be positive whole numbers separated by commas."),
                        instance.output());
                assertFalse(instance.output().contains("canary"));
            }
        }
    }

    /** As the sandbox of a test sets them: one variable for each field. */
    @Test
    void callersCanBeConfiguredByVariables() {
        try (Instance instance = Instance.start(Artifact.packaged(), STACK.function("AuthorizeFunction").without("STOCKROOM_CALLERS_SECRET")
                .withAll(Map.of("STOCKROOM_CALLERS_SHOP_KEY", "8f3kq0zv5m1x7c2n9b4d", "STOCKROOM_CALLERS_SHOP_LOCATIONS", "4564,4565",
                        "STOCKROOM_CALLERS_SHOP_MAY", "read")))) {
            assertEquals("{\"isAuthorized\":true,\"context\":{\"caller\":\"shop\",\"locations\":\"4564,4565\",\"may\":\"read\"}}",
                    sorted(instance.invoke(SampleEvents.of("authorize")).json()));
        }
    }

    private static int status(Instance instance, String event, String locations, String may) throws IOException {
        ObjectNode changed = (ObjectNode) new ObjectMapper().readTree(event);
        changed.withObject("/requestContext").putObject("authorizer").putObject("lambda").put("caller", "shop").put("locations", locations)
                .put("may", may);
        return instance.invoke(changed.toString()).json().get("statusCode").asInt();
    }

    private static String sorted(JsonNode response) {
        JsonNode context = response.get("context");
        return "{\"isAuthorized\":" + response.get("isAuthorized") + ",\"context\":{\"caller\":" + context.get("caller") + ",\"locations\":"
                + context.get("locations") + ",\"may\":" + context.get("may") + "}}";
    }
}
