package io.stockroom.local.sandbox;

import static io.stockroom.local.sandbox.SandboxCaller.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several users with their locations, permissions and tokens. */
class SandboxUsersTest extends RunningSandbox {

    private static final String NORTH = "north@example.com";

    @BeforeEach
    void addUsers() throws Exception {
        caller.control("POST", "/users", "{\"login\": \"" + NORTH + "\", \"password\": \"secret\", \"token\": \"north\","
                + " \"locations\": [4565, 4570], \"denied\": [\"GET /goods\"]}");
        server.sandbox().add(SandboxUser.of("south@example.com", "secret", "south", 4564L));
    }

    @Test
    void eachUserSeesItsLocationsOnly() throws Exception {
        assertEquals(200, statusAs("north", "/storages/4570"));
        assertEquals(403, statusAs("north", "/storages/4564"));
        assertEquals(200, statusAs("south", "/storages/4564"));
        assertEquals(403, statusAs("south", "/storages/4570"));
        assertEquals(404, statusAs("south", "/storages/4571"));
        assertEquals(2, json(caller.getAs("north", "/companies")).get("data").size());
    }

    @Test
    void permissionsAreLimited() throws Exception {
        assertEquals(403, statusAs("north", "/goods/4565"));
        assertEquals(200, statusAs("south", "/goods/4564"));
    }

    @Test
    void tokensAreInvalidatedOneByOne() throws Exception {
        assertEquals(200, caller.control("DELETE", "/tokens/north", "").statusCode());

        assertEquals(401, statusAs("north", "/storages/4565"));
        assertEquals(200, statusAs("south", "/storages/4564"));
        assertEquals(404, caller.control("DELETE", "/tokens/north", "").statusCode());
    }

    @Test
    void loginsAreCountedForEachUser() throws Exception {
        logIn("secret");
        logIn("wrong");

        assertEquals(Map.of(NORTH, 2), server.sandbox().tokens().logIns());
        assertEquals(2, json(caller.control("GET", "/users", "")).at("/users/1/log_ins").asInt());
    }

    @Test
    void aLoginInvalidatesEarlierTokensIfThatIsSwitchedOn() throws Exception {
        String first = logIn("secret").at("/data/user_token").asText();
        assertEquals(200, statusAs("north", "/storages/4565"));
        caller.control("PUT", "/users", "{\"login_invalidates\": true}");

        String second = logIn("secret").at("/data/user_token").asText();

        assertEquals(401, statusAs("north", "/storages/4565"));
        assertEquals(401, statusAs(first, "/storages/4565"));
        assertEquals(200, statusAs(second, "/storages/4565"));
        assertEquals(200, statusAs("south", "/storages/4564"));
    }

    private static JsonNode logIn(String password) throws Exception {
        return json(caller.logIn(NORTH, password));
    }

    private static int statusAs(String token, String path) throws Exception {
        return caller.getAs(token, path).statusCode();
    }
}
