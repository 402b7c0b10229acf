package io.stockroom.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.QueryParameter;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stockroom.Slow;
import io.stockroom.altegio.WireMockResource;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What callers get if an Altegio in front of which anything may stand responds as it should not. */
@Slow
@QuarkusTest
@QuarkusTestResource(value = WireMockResource.class, restrictToAnnotatedClass = true)
class UnusualUpstreamTest {

    private static final String BOOKED = "{\"success\":true,\"data\":{\"document\":{\"id\":7,\"comment\":\"Anna \\ud83d\"},\"transactions\":"
            + "[{\"id\":8,\"client\":{\"id\":9,\"name\":\"\\ude00 Anna\",\"x\\ud83d\":[\"\\ud83d\"]}}]},\"meta\":[]}";

    private static final String UNREADABLE = "{\"success\":true,\"data\":[{\"id\":1,\"amount\":-1},{\"id\":2,\"amount\":\"two\","
            + "\"create_date\":\"soon\",\"good\":{\"id\":\"x7\",\"title\":\"Soap\"},\"clients\":true}],\"meta\":[]}";

    @TestHTTPResource
    URI api;

    WireMockServer altegio;

    @BeforeEach
    void acceptLogins() {
        RestAssured.baseURI = api.resolve("/").toString();
        RestAssured.port = api.getPort();
        altegio.resetAll();
        altegio.stubFor(post("/api/v1/auth")
                .willReturn(okJson("{\"success\":true,\"data\":{\"user_token\":\"user-token-4711\"},\"meta\":[]}").withStatus(201)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html", "text/plain;charset=windows-1251", "no type"})
    void bookingWithIllFormedTextIsReturnedAndReplayed(String type) {
        respond(aResponse().withHeader("Content-Type", type).withBody(BOOKED));
        RequestSpecification request = given().contentType(ContentType.JSON).header("Idempotency-Key", "ill-formed " + type)
                .body(ApiContract.sale());

        Response booked = request.post(ApiContract.OPERATIONS);
        Response replayed = request.post(ApiContract.OPERATIONS);

        booked.then().statusCode(200).body("data.document.comment", equalTo("Anna \ufffd"))
                .body("data.transactions[0].client.name", equalTo("\ufffd Anna"))
                .body("data.transactions[0].client.'x\ufffd'[0]", equalTo("\ufffd"));
        replayed.then().statusCode(200).header("Idempotency-Replayed", "true");
        assertArrayEquals(booked.asByteArray(), replayed.asByteArray());
        altegio.verify(1, postRequestedFor(urlPathMatching("/api/v1/storage_operations/.*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/csv", "application/x-ndjson"})
    void everyFormatIsValidUnicode(String accept) {
        respond(okJson("{\"success\":true,\"data\":[{\"id\":1,\"comment\":\"Anna \\ud83d\"}],\"meta\":[]}"));

        given().header("Accept", accept).get(ApiContract.TRANSACTIONS).then().statusCode(200).body(containsString("Anna \ufffd"));
    }

    @Test
    void aRowWithUnreadableValuesDoesNotLoseItsPage() {
        respond(okJson(UNREADABLE));

        given().get(ApiContract.TRANSACTIONS).then().statusCode(200).header("Unread-Values", "4").body("data.id", contains(1, 2))
                .body("data[0].amount", equalTo(-1)).body("data[1].amount", equalTo("two")).body("data[1].create_date", equalTo("soon"))
                .body("data[1].good.id", equalTo("x7")).body("data[1].good.title", equalTo("Soap")).body("data[1].client", equalTo(true))
                .body("data[1].cost", equalTo(null)).body("data[1].supplier", equalTo(null))
                .body("meta.warnings",
                        contains(Stream.of("good.id", "amount", "create_date", "client").map(field -> "Transaction 2: `" + field
                                + "` has an unexpected type or format and is passed on unchanged").toArray()));
        given().get(ApiContract.TRANSACTIONS + "?good_id=5").then().statusCode(200).body("data.id", contains(2));
    }

    @Test
    void unreadableValuesArePassedOnInEachFormat() {
        respond(okJson(UNREADABLE));

        given().accept("application/x-ndjson").get(ApiContract.TRANSACTIONS).then().statusCode(200).header("Unread-Values", "4")
                .body(containsString("{\"id\":2,"))
                .body(containsString("\"amount\":\"two\",\"create_date\":\"soon\",\"last_change_date\":null"))
                .body(containsString("\"client\":true,"));
        given().accept("text/csv").get(ApiContract.TRANSACTIONS).then().statusCode(200).header("Unread-Values", "4")
                .body(containsString("\r\n2,,,,x7,Soap,,,,,,,two,soon,,")).body(containsString(",,true,,\r\n"));
    }

    @Test
    void readablePagesHaveNoWarnings() {
        respond(okJson("{\"success\":true,\"data\":[{\"id\":1}],\"meta\":[]}"));

        given().get(ApiContract.TRANSACTIONS).then().statusCode(200).header("Unread-Values", equalTo(null))
                .body("meta.warnings", equalTo(null))
                .body("data[0].amount", equalTo(null));
    }

    /** No client of Altegio is known to ask for more rows at once. */
    @ParameterizedTest
    @ValueSource(strings = {"/storages/transactions/4564?count=5000", "/storages/transactions/4564?count=5000&all=true",
            "/goods/4564?count=5000", "/goods/4564?count=5000&all=true", "/goods/4564?count=5000&article=1,2,3,4,5,6",
            "/goods/4564?count=5000&barcode=1,2,3,4,5,6"})
    void moreThanAThousandRowsAreNeverRequestedAtOnce(String path) {
        respond(okJson("{\"success\":true,\"data\":[],\"meta\":[]}"));

        given().get(path).then().statusCode(200).body("data", hasSize(0));

        List<Integer> counts = altegio.getAllServeEvents().stream().map(event -> event.getRequest().queryParameter("count"))
                .filter(QueryParameter::isPresent).map(count -> Integer.valueOf(count.firstValue())).toList();
        assertFalse(counts.isEmpty());
        assertTrue(counts.stream().allMatch(count -> count <= 1000), counts::toString);
    }

    @Test
    void goodsEndIfAltegioIgnoresThePage() {
        String rows = IntStream.rangeClosed(1, 60).mapToObj(id -> "{\"good_id\":" + id + ",\"article\":\"A-" + id + "\"}")
                .collect(Collectors.joining(","));
        respond(okJson("{\"success\":true,\"data\":[" + rows + "],\"meta\":[]}"));

        given().get("/goods/4564?all=true").then().statusCode(200).body("data", hasSize(60)).body("meta.last", equalTo(true));
        given().get("/goods/4564?article=A-7").then().statusCode(200).body("data.good_id", contains(7)).body("meta.last", equalTo(true));
        assertTrue(altegio.getAllServeEvents().size() < 40, altegio.getAllServeEvents().size() + " calls");
    }

    @Test
    void quotedCredentialsDoNotReachTheCaller() {
        respond(okJson("{\"success\":false,\"meta\":{\"message\":\"Bearer sandbox-partner, User user-token-4711 for sandbox@example.com\","
                + "\"errors\":[\"user-token-4711\",{\"a\":{\"b\":[7]}}]}}").withStatus(422));

        given().contentType(ContentType.JSON).body(ApiContract.sale()).post(ApiContract.OPERATIONS).then().statusCode(422)
                .body("detail", equalTo("Bearer ***, User *** for ***")).body("errors[0].pointer", equalTo(""))
                .body("errors[0].detail", equalTo("***")).body("errors[1].pointer", equalTo("/a/b")).body("errors[1].detail", equalTo("7"))
                .body(not(containsString("4711"))).body(not(containsString("sandbox")));
    }

    @Test
    void errorsAreKeptAsAltegioSendsThem() {
        respond(okJson("{\"success\":false,\"meta\":{\"message\":\"Invalid\",\"errors\":{\"goods_transactions.0.good_id\":[\"Unknown\"]}}}")
                .withStatus(422));

        given().contentType(ContentType.JSON).body(ApiContract.sale()).post(ApiContract.OPERATIONS).then().statusCode(422)
                .body("errors[0].pointer", equalTo("/goods_transactions/0/good_id")).body("errors[0].detail", equalTo("Unknown"))
                .body("meta.message", equalTo("Invalid")).body("meta.errors.'goods_transactions.0.good_id'", equalTo(List.of("Unknown")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "{}", "null"})
    void emptyErrorsAreLeftOut(String errors) {
        respond(okJson("{\"success\":false,\"meta\":{\"message\":\"No\",\"errors\":" + errors + "}}").withStatus(422));

        given().contentType(ContentType.JSON).body(ApiContract.sale()).post(ApiContract.OPERATIONS).then().statusCode(422)
                .body("meta", equalTo(Map.of("message", "No")));
    }

    @Test
    void retryAfterOfAnOutageReachesTheCaller() {
        respond(aResponse().withStatus(503).withHeader("Retry-After", "120"));

        given().get(ApiContract.STORAGES).then().statusCode(503).header("Retry-After", "120");
    }

    @Test
    void detailContainsTheTypeOfAPageThatIsNotJson() {
        respond(aResponse().withHeader("Content-Type", "text/html; charset=utf-8").withBody("<html>secret</html>"));

        given().get(ApiContract.STORAGES).then().statusCode(502)
                .body("detail", equalTo("Altegio's response could not be read: not JSON (text/html, status 200)"));
    }

    private void respond(ResponseDefinitionBuilder response) {
        altegio.stubFor(any(anyUrl()).atPriority(10).willReturn(response));
    }
}
