package io.stockroom.altegio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.stockroom.Slow;
import io.stockroom.local.sandbox.SandboxRate;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.local.sandbox.SandboxUser;
import io.stockroom.runtime.Artifact;
import io.stockroom.runtime.Function;
import io.stockroom.runtime.Instance;
import io.stockroom.runtime.LocalDynamoDb;
import io.stockroom.runtime.SampleEvents;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Packaged functions with two accounts and none of all other locations, in front of a sandbox that counts requests. */
@Slow
class StolenLocationIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** The first two accept problems, and the last one Altegio's own responses. */
    private static final List<String> DIALECTS = List.of("application/json", "*/*", "application/vnd.api.v2+json");

    private SandboxServer sandbox;
    private LocalDynamoDb database;

    @BeforeEach
    void startServices() {
        sandbox = SandboxServer.start(SandboxRate.UNLIMITED);
        sandbox.sandbox().add(new SandboxUser("north@example.com", "canary-north-password", "canary-north", Set.of(4564L), Set.of()));
        sandbox.sandbox()
                .add(new SandboxUser("south@example.com", "canary-south-password", "canary-south", Set.of(4570L, 4571L), Set.of()));
        database = LocalDynamoDb.start().table("Ledger");
    }

    @AfterEach
    void stopServices() {
        database.close();
        sandbox.close();
    }

    /** The sandbox has the location 4565, and another user that may access it. */
    @ParameterizedTest
    @CsvSource({"ListStoragesFunction,list-storages", "ListGoodsFunction,list-goods", "SearchTransactionsFunction,search-transactions",
            "CreateOperationFunction,create-operation", "RelayFunction,relay"})
    void aLocationWithoutAnAccountIsRejectedAndNothingIsSent(String function, String handler) throws IOException {
        try (Instance instance = Instance.start(Artifact.packaged(), function(function))) {
            for (String dialect : DIALECTS) {
                for (String location : List.of("4565", "4566")) {
                    assertRejected(invoke(instance, event(handler, location, dialect)),
                            "No Altegio account is configured for location " + location);
                }
            }
            assertEquals(Map.of(), sandbox.sandbox().traffic().counts());
            assertEquals(0, sandbox.sandbox().tokens().logIns().size());

            JsonNode own = invoke(instance, event(handler, "4564", DIALECTS.get(0)));
            assertEquals(200, own.get("statusCode").asInt(), own::toString);
            assertEquals(1, sandbox.sandbox().traffic().arrivals().size());
            assertFalse(instance.output().contains("canary"), instance::output);
        }
    }

    /** Each account has the location, but not the caller. */
    @ParameterizedTest
    @CsvSource({"ListStoragesFunction,list-storages", "ListGoodsFunction,list-goods", "SearchTransactionsFunction,search-transactions",
            "CreateOperationFunction,create-operation", "RelayFunction,relay"})
    void aLocationOutsideTheClaimOfATokenIsRejectedAndNothingIsSent(String function, String handler) throws IOException {
        Function limited = function(function).withAll(Map.of("STOCKROOM_JWT_LOCATIONS_CLAIM", "locations", "STOCKROOM_JWT_READ_SCOPE",
                "stock:read", "STOCKROOM_JWT_BOOK_SCOPE", "stock:book"));
        try (Instance instance = Instance.start(Artifact.packaged(), limited)) {
            for (String dialect : DIALECTS) {
                ObjectNode stolen = event(handler, "4564", dialect);
                assertRejected(invoke(instance, withToken(stolen, "[4570 4571]")), "Location 4564 is not one of the caller till");
                assertRejected(invoke(instance, withToken(stolen, "")), "The token has no subject, or no locations in its claim locations");
                assertEquals(401, invoke(instance, event(handler, "4564", dialect)).get("statusCode").asInt());
            }
            assertEquals(Map.of(), sandbox.sandbox().traffic().counts());

            JsonNode own = invoke(instance, withToken(event(handler, "4564", DIALECTS.get(0)), "[4564 4570]"));
            assertEquals(200, own.get("statusCode").asInt(), own::toString);
            assertEquals(1, sandbox.sandbox().traffic().arrivals().size());
            assertTrue(instance.output().contains("\"caller\":\"till\""), instance::output);
        }
    }

    private Function function(String name) {
        Map<String, String> accounts = new HashMap<>(Map.of("ALTEGIO_ACCOUNTS_NORTH_LOCATIONS", "4564",
                "ALTEGIO_ACCOUNTS_NORTH_USER_TOKEN", "canary-north", "ALTEGIO_ACCOUNTS_SOUTH_LOCATIONS", "4570,4571",
                "ALTEGIO_ACCOUNTS_SOUTH_LOGIN", "south@example.com", "ALTEGIO_ACCOUNTS_SOUTH_PASSWORD", "canary-south-password"));
        Function deployed = Function.of(name, Map.of("AltegioUrl", sandbox.url(), "partner_token", "sandbox-partner", "user_token", ""));
        return database.under(deployed).without("ALTEGIO_USER_TOKEN").withAll(accounts);
    }

    /** Returns the sample event for another location, in that dialect. */
    private static ObjectNode event(String handler, String location, String accept) throws IOException {
        ObjectNode event = (ObjectNode) JSON.readTree(SampleEvents.of(handler).replace("4564", location));
        event.withObject("/headers").put("accept", accept);
        return event;
    }

    /** Adds a token as API Gateway passes it on. */
    private static ObjectNode withToken(ObjectNode event, String locations) {
        ObjectNode changed = event.deepCopy();
        ObjectNode jwt = changed.withObject("/requestContext").putObject("authorizer").putObject("jwt");
        jwt.putObject("claims").put("sub", "till").put("iss", "https://example.com").put("locations", locations);
        jwt.putArray("scopes").add("stock:read").add("stock:book");
        return changed;
    }

    private static JsonNode invoke(Instance instance, ObjectNode event) {
        return instance.invoke(event.toString()).json();
    }

    private static void assertRejected(JsonNode response, String detail) throws IOException {
        assertEquals(403, response.path("statusCode").asInt(), response::toString);
        JsonNode problem = JSON.readTree(response.get("body").asText());
        assertEquals("urn:stockroom:problem:location-not-allowed", problem.path("type").asText(), response::toString);
        assertEquals(detail, problem.path("detail").asText());
        assertFalse(problem.path("success").asBoolean(true));
    }
}
