package io.stockroom.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers with keys, in front of all functions. */
abstract class AccessContract extends ApiContract {

    static final String SHOP = "Bearer 8f3kq0zv5m1x7c2n9b4d";
    static final String TILL = "Bearer t1ll-0000-2222-abcdefgh";

    /**
     * A shop that logs in, and may do everything at one location; a till that only books, at two. How a process decodes variables depends
     * on its locale, so what is not ASCII is escaped.
     */
    static final String SECRET = """
            {"shop": {"key": "8f3kq0zv5m1x7c2n9b4d", "login": "shop@example.com", "password": "pa$$word ${\\u2615}", "locations": [4564],
              "may": ["read", "book"]},
             "till": {"key": "t1ll-0000-2222-abcdefgh", "locations": "4564,4565", "may": "book"}}""";

    /** Longer than a response without it takes once the function is warm. */
    static final Duration FAILURE_DELAY = Duration.ofMillis(300);

    private static final Map<String, String> LOGIN = Map.of("login", "shop@example.com", "password", "pa$$word ${☕}");

    @ParameterizedTest
    @ValueSource(strings = {"", "Bearer other-key-other-key-other", "Basic c2hvcDo4ZjNrcTB6djVtMXg3YzJuOWI0ZA==", "8f3kq0zv5m1x7c2n9b4d",
            "Bearer 8f3kq0zv5m1x7c2n9b4d, User wec23fh8cDfFV4432fc352456"})
    void aMissingOrWrongKeyIsUnauthorizedInAltegiosForm(String authorization) {
        for (String route : new String[] {STORAGES, TRANSACTIONS}) {
            assertUnauthorized(given().headers(headers(authorization)).get(route).then());
        }
        assertUnauthorized(given().headers(headers(authorization)).contentType(ContentType.JSON).body(sale()).post(OPERATIONS).then());
        assertEquals(List.of(), booked());
    }

    @ParameterizedTest
    @ValueSource(strings = {SHOP, SHOP + ", User ", SHOP + ", User 8f3kq0zv5m1x7c2n9b4d", "bearer 8f3kq0zv5m1x7c2n9b4d"})
    void aKeyOpensTheCallersLocation(String authorization) {
        given().header("Authorization", authorization).get(STORAGES).then().statusCode(200).body("data", hasSize(4));
        given().header("Authorization", authorization).queryParam("count", 1).get(TRANSACTIONS).then().statusCode(200);
        given().header("Authorization", authorization).contentType(ContentType.JSON).body(sale()).post(OPERATIONS).then().statusCode(200);
    }

    @Test
    void aCallerUsesItsLocationsOnly() {
        given().header("Authorization", SHOP).get("/storages/4565").then().statusCode(403)
                .body("type", equalTo("urn:stockroom:problem:location-not-allowed")).body("success", is(false))
                .body("detail", equalTo("Location 4565 is not one of the caller shop"));
        given().header("Authorization", SHOP).contentType(ContentType.JSON).body(sale()).post("/storage_operations/operation/4565").then()
                .statusCode(403);
        assertEquals(List.of(), booked());
    }

    @Test
    void aCallerDoesOnlyWhatItMay() {
        given().header("Authorization", TILL).get(STORAGES).then().statusCode(403)
                .body("type", equalTo("urn:stockroom:problem:action-not-allowed")).body("success", is(false))
                .body("detail", equalTo("The caller till may not read"));
        given().header("Authorization", TILL).contentType(ContentType.JSON).body(sale()).post(OPERATIONS).then().statusCode(200);
    }

    @Test
    void aMalformedLocationIsReportedToACallerOnly() {
        assertUnauthorized(given().get("/storages/abc").then());
        given().header("Authorization", SHOP).get("/storages/abc").then().statusCode(400).body("errors.parameter", contains("location_id"));
    }

    @Test
    void aLogInRespondsAsAltegioDoes() {
        logIn(SHOP, LOGIN).statusCode(201).contentType("application/json").body("success", is(true)).body("meta", empty())
                .body("data.user_token", matchesPattern("[A-Za-z0-9_-]{28}")).body("data.id", is(0)).body("data.name", equalTo("shop"))
                .body("data.login", equalTo("shop@example.com")).body("data.email", equalTo("shop@example.com"))
                .body("data.phone", equalTo("")).body("data.avatar", equalTo("")).body("data.is_approved", is(true))
                .body("data.is_email_confirmed", is(true)).body("data.size()", is(9));
    }

    @Test
    void aTokenEndsAfterThirtyDays() {
        String token = logIn(SHOP, LOGIN).extract().path("data.user_token");

        long end = ByteBuffer.allocate(Long.BYTES).put(3, Base64.getUrlDecoder().decode(token), 0, 5).getLong(0);
        assertEquals(30, Duration.between(Instant.now().minusSeconds(60), Instant.ofEpochSecond(end)).toDays());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s, User %s", "%s,User %s", "%s User %s", "%s,%s"})
    void theTokenIsAcceptedHoweverTheHeaderIsWritten(String format) {
        String token = logIn(SHOP, LOGIN).extract().path("data.user_token");

        given().header("Authorization", String.format(format, SHOP, token)).get(STORAGES).then().statusCode(200);
        assertUnauthorized(given().header("Authorization", String.format(format, TILL, token)).get(STORAGES).then());
    }

    /** The default route is no way around the caller's rights and locations. */
    @Test
    void nearReadsAndSlashesRequireTheSameRights() {
        RestAssured.replaceFiltersWith(List.of());
        given().header("Authorization", SHOP).get("/company/4564/staff").then().statusCode(200).body("data", hasSize(5));
        given().header("Authorization", SHOP).get("/companies").then().statusCode(200).body("data.id", equalTo(List.of(4564)));
        for (String path : List.of("/company/4565/staff", "/storages/4565/", "/api/v1/company/4565/")) {
            given().header("Authorization", SHOP).get(path).then().statusCode(403)
                    .body("type", equalTo("urn:stockroom:problem:location-not-allowed"));
        }
        for (String path : List.of("/company/4564/staff", "/companies", STORAGES + "/")) {
            given().header("Authorization", TILL).get(path).then().statusCode(403)
                    .body("type", equalTo("urn:stockroom:problem:action-not-allowed"));
        }
        for (String path : List.of("/company/4564/staff", "/companies", STORAGES + "/", "/nothing")) {
            assertUnauthorized(given().get(path).then());
        }
        given().header("Authorization", SHOP).get("/nothing").then().statusCode(404).body("success", is(false));
        given().header("Authorization", TILL).contentType(ContentType.JSON).body(sale()).post(OPERATIONS + "/").then().statusCode(200);
        given().header("Authorization", TILL).contentType(ContentType.JSON).body(sale()).post("/storage_operations/operation/4566/").then()
                .statusCode(403);
        assertEquals(1, booked().size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/auth", "/api/v1/auth"})
    void theLogInHasAnOptionalPrefix(String path) {
        RestAssured.replaceFiltersWith(List.of());
        given().header("Authorization", SHOP).contentType(ContentType.JSON).body(LOGIN).post(path).then().statusCode(201);
        given().header("Authorization", SHOP).get(path).then().statusCode(404);
    }

    @Test
    void theLogInTakesWhatProgramsSend() {
        RestAssured.replaceFiltersWith(List.of());
        given().header("Authorization", SHOP).header("Accept", "application/vnd.yclients.v2+json").queryParams(LOGIN).post("/auth").then()
                .statusCode(201);
        given().header("Authorization", SHOP).contentType("application/x-www-form-urlencoded; charset=utf-8")
                .body("{\"login\": \"SHOP@example.com\", \"password\": \"pa$$word ${☕}\", \"remember\": true}").post("/auth").then()
                .statusCode(201);
    }

    @ParameterizedTest
    @CsvSource(ignoreLeadingAndTrailingWhitespace = false, value = {"'',shop@example.com,pa$$word ${☕}",
            "Bearer other-key-other-key-other,shop@example.com,pa$$word ${☕}", SHOP + ",other@example.com,pa$$word ${☕}",
            SHOP + ",shop@example.com,pa$$word", SHOP + ",shop@example.com,pa$$word ${☕} ", TILL + ",shop@example.com,pa$$word ${☕}"})
    void aFailedLogInDoesNotRevealWhatIsWrong(String key, String login, String password) {
        logIn(key, Map.of("login", login, "password", password)).statusCode(401).contentType("application/problem+json")
                .body("type", equalTo("urn:stockroom:problem:invalid-login")).body("success", is(false))
                .body("detail", equalTo("The key, the login or the password is wrong"));
    }

    @Test
    void aFailedLogInIsDelayed() {
        Duration fastest = IntStream.range(0, 3).mapToObj(attempt -> {
            long start = System.nanoTime();
            logIn(SHOP, Map.of("login", "shop@example.com", "password", "guess-" + attempt)).statusCode(401);
            return Duration.ofNanos(System.nanoTime() - start);
        }).min(Comparator.naturalOrder()).orElseThrow();

        assertTrue(fastest.compareTo(FAILURE_DELAY) >= 0, fastest::toString);
    }

    @Test
    void anIncompleteLogInIsABadRequest() {
        logIn(SHOP, Map.of("login", "shop@example.com")).statusCode(400).body("errors.pointer", contains("/password"));
        logIn(SHOP, Map.of("login", true, "password", "")).statusCode(400).body("errors.pointer", contains("/login", "/password"));
        logIn(SHOP, List.of()).statusCode(400).body("success", is(false));
    }

    /** The signature protects the webhooks: their senders have no key. */
    @Test
    void webhooksNeedNoKey() {
        given().contentType(ContentType.JSON).body(sale()).post("/webhooks/operations/4564").then().statusCode(401)
                .body("type", equalTo("urn:stockroom:problem:invalid-signature"));
        given().contentType(ContentType.JSON).body(Map.of("id", 450789469)).post("/webhooks/shops/demo").then().statusCode(401)
                .body("type", equalTo("urn:stockroom:problem:invalid-signature"));
    }

    private static ValidatableResponse logIn(String authorization, Object body) {
        RequestSpecification request = given().headers(headers(authorization)).contentType(ContentType.JSON).body(body);
        return request.post("/auth").then();
    }

    private static Map<String, String> headers(String authorization) {
        return authorization.isEmpty() ? Map.of() : Map.of("Authorization", authorization);
    }

    private static void assertUnauthorized(ValidatableResponse response) {
        String detail = response.statusCode(401).contentType("application/problem+json")
                .body("type", equalTo("urn:stockroom:problem:unauthorized")).body("success", is(false)).body("data", nullValue())
                .extract().path("meta.message");
        assertTrue(detail.matches("A key is required.*|The key is not valid|The user token is not valid.*"), detail);
    }
}
