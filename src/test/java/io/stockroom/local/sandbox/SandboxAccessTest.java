package io.stockroom.local.sandbox;

import static io.stockroom.local.sandbox.SandboxCaller.json;
import static io.stockroom.local.sandbox.SandboxCaller.meta;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SandboxAccessTest extends RunningSandbox {

    private static final String STORAGES = "/storages/4564";

    @Test
    void marksStoragesForSaleAndForServices() throws Exception {
        JsonNode storages = caller.data(STORAGES);
        assertEquals(1, storages.at("/0/for_sale").asInt());
        assertEquals(0, storages.at("/0/for_service").asInt(-1));
        assertEquals(1, storages.at("/1/for_services").asInt());
        assertEquals(1, caller.data("/storages/4565").size());
    }

    @Test
    void listsGoodsAndCashDesks() throws Exception {
        JsonNode goods = caller.data("/goods/4564?count=100");
        assertEquals(40, goods.size());
        assertEquals(101, goods.at("/0/actual_amounts/0/storage_id").asInt());
        assertEquals(61, caller.data("/accounts/4564").at("/0/id").asInt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer sandbox-partner", "Bearer sandbox-partner, User wrong",
            "Bearer wrong, User sandbox-user", "User sandbox-user"})
    void returns401InItsOwnFormatWithoutBothTokens(String authorization) throws Exception {
        var response = caller.send(caller.request(STORAGES).setHeader("Authorization", authorization));
        assertEquals(401, response.statusCode());
        JsonNode body = json(response);
        assertFalse(body.has("success"));
        assertEquals(body.at("/errors/message"), body.at("/meta/message"));
    }

    @Test
    void omitsTheEnvelopeWithoutTheAcceptHeader() throws Exception {
        var response = caller.send(caller.request(STORAGES).setHeader("Accept", "application/json"));
        assertEquals(200, response.statusCode());
        assertTrue(json(response).isArray());
    }

    @Test
    void returns403Or404ForOtherLocations() throws Exception {
        assertEquals(403, caller.get("/storages/4566").statusCode());
        for (String path : new String[] {"/storages/4567", "/storages/salon", "/nothing"}) {
            var unknown = caller.get(path);
            assertEquals(404, unknown.statusCode());
            assertTrue(meta(unknown).isArray());
        }
    }

    @Test
    void loginIssuesAValidToken() throws Exception {
        var response = logIn("sandbox");
        assertEquals(201, response.statusCode());
        assertEquals(200, storagesAs(json(response).at("/data/user_token").asText()));
        assertEquals(401, logIn("wrong").statusCode());
    }

    @Test
    void expiredTokensStayInvalidAndTheNextLoginIssuesANewOne() throws Exception {
        String first = json(logIn("sandbox")).at("/data/user_token").asText();
        server.sandbox().tokens().expire();
        assertEquals(401, storagesAs(first));
        assertEquals(401, storagesAs("sandbox-user"));
        String second = json(logIn("sandbox")).at("/data/user_token").asText();
        assertNotEquals(first, second);
        assertEquals(200, storagesAs(second));
        assertEquals(401, storagesAs(first));
    }

    private static HttpResponse<String> logIn(String password) throws Exception {
        return caller.logIn("sandbox@example.com", password);
    }

    private static int storagesAs(String token) throws Exception {
        return caller.getAs(token, STORAGES).statusCode();
    }
}
