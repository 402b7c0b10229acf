package io.stockroom.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.Slow;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Near reads of a deployment with two accounts and none of all other locations. */
@Slow
@QuarkusTest
@QuarkusTestResource(value = RecordingAltegio.class, restrictToAnnotatedClass = true)
@TestProfile(AccountsRelayTest.WithTwoAccounts.class)
class AccountsRelayTest extends ProgramContract {

    private static final String LINES = "/storage_operations/documents/goods_transactions/7";
    private static final String DOCUMENT = "/storage_operations/documents/";

    public static class WithTwoAccounts implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("altegio.login", "", "altegio.password", "", "altegio.accounts.north.locations", "4563",
                    "altegio.accounts.north.user-token", "north", "altegio.accounts.south.locations", "4564",
                    "altegio.accounts.south.user-token", "south");
        }
    }

    @Test
    void locationsOfAllAccountsAreListedEachByItsOwnAccount() {
        altegio.reply("/companies", 200, success("[{\"id\":4563},{\"id\":\"4564\"},{\"id\":4565}]"));

        assertEquals(success("[{\"id\":4563},{\"id\":\"4564\"}]"), ProgramRequest.get("/companies").send(api).body());
        assertEquals(2, altegio.requests().size());
    }

    /** The user of an account may see more in Altegio than what the account is configured for. */
    @Test
    void linesOfALocationWithoutAnAccountAreNotPassedOn() {
        altegio.reply(LINES, 200, success("[{\"id\":1,\"location_id\":4565}]"));
        for (String location : List.of("4563", "4564")) {
            altegio.reply(DOCUMENT + location + "/7", 404, "{\"success\":false,\"data\":null,\"meta\":[]}");
        }

        assertEquals(403, ProgramRequest.get(LINES).send(api).statusCode());
    }

    @Test
    void linesAreThoseOfTheFirstAccountThatHasThem() {
        String lines = success("[{\"id\":1,\"location_id\":4564}]");
        altegio.reply(LINES, 200, lines);

        assertEquals(lines, ProgramRequest.get(LINES).send(api).body());
    }

    @Test
    void aLocationInThePathMustHaveAnAccount() {
        for (String path : List.of("/company/4565/staff", "/storages/4565", "/goods/4565/1")) {
            assertEquals(403, ProgramRequest.get(path).send(api).statusCode());
        }
        assertEquals(List.of(), altegio.requests());
    }

    private static String success(String data) {
        return "{\"success\":true,\"data\":" + data + ",\"meta\":[]}";
    }
}
