package io.stockroom.setup;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.path.json.JsonPath;
import io.stockroom.Slow;
import io.stockroom.api.SandboxResource;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxLanguage;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import io.stockroom.local.sandbox.SandboxStyle;
import io.stockroom.local.sandbox.SandboxUser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check of a deployment with two accounts, and of what breaks it. */
@Slow
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
@TestProfile(CheckSetupTest.WithTwoAccounts.class)
class CheckSetupTest {

    private static final SandboxUser NORTH = SandboxUser.of("north@example.com", "secret", "north", 4564L);
    private static final SandboxUser SOUTH = SandboxUser.of("south@example.com", "secret", "south", 4565L);

    SandboxServer server;

    @TestHTTPResource("/sandbox/setup")
    URI setup;

    public static class WithTwoAccounts implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("altegio.login", "", "altegio.password", "",
                    "altegio.accounts.north.locations", "4564", "altegio.accounts.north.user-token", "north",
                    "altegio.accounts.south.locations", "4565", "altegio.accounts.south.user-token", "south");
        }
    }

    @BeforeEach
    void reset() {
        server.sandbox().reset();
        server.sandbox().add(NORTH);
        server.sandbox().add(SOUTH);
    }

    /** Team members are read only where a shop needs one. */
    @Test
    void anIntactSetUpHasNoFindingsAndCostsAtMostThreeCallsALocation() {
        JsonPath report = check();

        assertEquals(List.of(), report.getList("findings"));
        assertEquals(2, report.getInt("accounts"));
        assertEquals(2, report.getInt("locations"));
        assertEquals(5, report.getInt("calls"));
        assertEquals(Map.of("GET /user/permissions", 2L, "GET /storages", 2L, "GET /company/staff", 1L),
                server.sandbox().traffic().counts());
    }

    @Test
    void aDeadTokenIsOfItsAccountOnly() {
        server.sandbox().tokens().expire("south");

        assertFinding("credentials-rejected", "south", null,
                "Altegio rejected the configured tokens of the account south; store a new token, or correct the password");
    }

    @Test
    void aLocationThatIsNotTheUsersIsNoDeadToken() {
        server.sandbox().add(SandboxUser.of("south@example.com", "secret", "south", 4566L));

        assertFinding("no-access", "south", 4565, "Location 4565: the user of the account south has no access, or the location's license"
                + " has expired; give it access in Altegio, or configure the location for the account whose user has it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"STORAGES storages", "SEARCH product transactions", "BOOK create operations"})
    void aMissingPermissionIsNamed(String permission) {
        String[] routeAndText = permission.split(" ", 2);
        server.sandbox().add(SOUTH.without(SandboxRoute.valueOf(routeAndText[0])));

        JsonPath report = check();

        assertEquals(List.of("permission-missing"), report.getList("findings.code"));
        assertTrue(report.getString("findings[0].detail").contains(routeAndText[1]), report::prettify);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT2M", "-PT2M"})
    void clocksThatDifferAreNoticed(String offset) {
        server.sandbox().style(new SandboxStyle(false, SandboxLanguage.EN, Duration.parse(offset)));

        JsonPath report = check();

        assertEquals(List.of("clock-wrong"), report.getList("findings.code"));
        assertEquals("This clock is about 2 min " + (offset.startsWith("-") ? "ahead of" : "behind") + " Altegio's; synchronize it",
                report.getString("findings[0].detail"));
    }

    @Test
    void clocksLessThanAMinuteApartAreFine() {
        server.sandbox().style(new SandboxStyle(false, SandboxLanguage.EN, Duration.ofSeconds(-50)));

        assertEquals(List.of(), check().getList("findings"));
    }

    /** A route that is denied says nothing about the rest of the location. */
    @ParameterizedTest
    @CsvSource({"FORBID,STORAGES,storages", "FORBID,STAFF,team members", "NOT_FOUND,STAFF,team members"})
    void aDeniedRouteIsNoDeniedLocation(SandboxFault.Kind kind, SandboxRoute route, String rows) {
        server.sandbox().faults().add(SandboxFault.of(kind).on(route).times(1));

        assertFinding("permission-missing", "north", 4564, "Location 4564: the user of the account north may not read " + rows
                + "; change its rights in Altegio, in the settings of the location");
    }

    /** The route is known from integrators only. */
    @ParameterizedTest
    @EnumSource(value = SandboxFault.Kind.class, names = {"NOT_FOUND", "GARBAGE"})
    void withoutPermissionsTheOtherCallsDecide(SandboxFault.Kind kind) {
        server.sandbox().faults().add(SandboxFault.of(kind).on(SandboxRoute.PERMISSIONS).times(0));

        assertEquals(List.of(), check().getList("findings"));
    }

    @Test
    void anOutageIsNoFindingAboutTheAccount() {
        server.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.ERROR_503).times(0));

        assertEquals(List.of("not-checked", "not-checked"), check().getList("findings.code"));
    }

    private void assertFinding(String code, String account, Integer location, String detail) {
        JsonPath report = check();
        assertEquals(List.of(code), report.getList("findings.code"));
        assertEquals(account, report.getString("findings[0].account"));
        assertEquals(location, report.get("findings[0].location"));
        assertEquals(detail, report.getString("findings[0].detail"));
    }

    private JsonPath check() {
        return given().post(setup).then().statusCode(200).extract().jsonPath();
    }
}
