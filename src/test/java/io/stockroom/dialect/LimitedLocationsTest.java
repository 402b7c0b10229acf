package io.stockroom.dialect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.stockroom.Slow;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Near reads without a location in their path, of a deployment that is limited to some. */
@Slow
@QuarkusTest
@QuarkusTestResource(value = RecordingAltegio.class, restrictToAnnotatedClass = true)
@TestProfile(LimitedLocationsTest.WithTwoLocations.class)
class LimitedLocationsTest extends ProgramContract {

    private static final String LINES = "/storage_operations/documents/goods_transactions/7";
    private static final String DOCUMENT = "/storage_operations/documents/";

    public static class WithTwoLocations implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("altegio.locations", "4563,4564");
        }
    }

    @Test
    void aListOfLocationsIsReduced() {
        altegio.reply("/companies", 200, success("[{\"id\":4564,\"lat\":42.10},{\"id\":\"4565\"},{\"id\":\"4563\"},{}]"));

        assertEquals(success("[{\"id\":4564,\"lat\":42.10},{\"id\":\"4563\"}]"), ProgramRequest.get("/companies").send(api).body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"company_id", "location_id", "salon_id"})
    void linesThatNameAllowedLocationsArePassedOn(String name) {
        String lines = success("[{\"id\":1,\"" + name + "\":4564},{\"id\":2,\"" + name + "\":\"4563\"}]");
        altegio.reply(LINES, 200, lines);

        assertEquals(lines, ProgramRequest.get(LINES).send(api).body());
        assertEquals(1, altegio.requests().size());
    }

    /** Whether lines name their location isn't known; the document does. */
    @Test
    void linesAreThoseOfTheirDocumentsLocation() {
        String lines = success("[{\"id\":1,\"amount\":-2.50}]");
        altegio.reply(LINES, 200, lines);
        altegio.reply(DOCUMENT + "4563/7", 404, "{\"success\":false,\"data\":null,\"meta\":[]}");
        altegio.reply(DOCUMENT + "4564/7", 200, success("{\"id\":7,\"company_id\":4564}"));

        assertEquals(lines, ProgramRequest.get(LINES).send(api).body());
    }

    /** Altegio may respond with a document whatever the location in the path is. */
    @ParameterizedTest
    @ValueSource(strings = {"{\"id\":7,\"company_id\":4565}", "{\"id\":7}", "[]"})
    void linesOfAnotherLocationAreNotPassedOn(String document) {
        altegio.reply(LINES, 200, success("[{\"id\":1,\"amount\":-2.50}]"));
        for (String location : List.of("4563", "4564")) {
            altegio.reply(DOCUMENT + location + "/7", 200, success(document));
        }

        HttpResponse<String> response = ProgramRequest.get(LINES).send(api);

        assertEquals(403, response.statusCode());
        assertTrue(response.body().contains("location-not-allowed"), response::body);
    }

    @Test
    void aLocationInThePathMustBeAllowed() {
        assertEquals(403, ProgramRequest.get("/company/4565/staff").send(api).statusCode());
        assertEquals(403, ProgramRequest.get("/company/4565/staff/").send(api).statusCode());
        assertEquals(403, ProgramRequest.get("/storages/4565/").send(api).statusCode());
        assertEquals(List.of(), altegio.requests());
    }

    private static String success(String data) {
        return "{\"success\":true,\"data\":" + data + ",\"meta\":[]}";
    }
}
