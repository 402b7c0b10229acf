package io.stockroom.reference;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.stockroom.api.SandboxResource;
import io.stockroom.reference.ApiDocument.Operation;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the examples of the document are the actual responses with the sandbox. */
@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class ExamplesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SALE = "{'type_id': 1, 'create_date': '2026-11-23T10:00:00+02:00', 'storage_id': 101, 'master_id': 201,"
            + " 'goods_transactions': [{'good_id': 3001, 'amount': 2, 'cost_per_unit': 14.9, 'discount': 10, 'operation_unit_type': 1}]}";

    private final ApiDocument document = ApiDocument.read();

    @TestHTTPResource
    URI api;

    @ConfigProperty(name = "sandbox.root")
    String sandbox;

    @BeforeEach
    void reset() {
        given().post(sandbox + "/reset").then().statusCode(200);
    }

    @Test
    void searchMatchesTheExampleInEachFormat() throws IOException {
        Place content = operation("search-transactions").path().field("responses", "200", "content");
        for (String mediaType : content.names()) {
            JsonNode example = Examples.values(content.field(mediaType)).get(0);
            String response = given().accept(mediaType).get(api.resolve("/storages/transactions/4564"
                    + "?count=2&start_date=2026-11-16&end_date=2026-11-20")).then().statusCode(200).extract().asString();

            String expected = example.isTextual() ? example.asText() : example.toString();
            boolean isCsv = mediaType.equals("text/csv");
            assertEquals(isCsv ? expected : values(expected), isCsv ? response : values(response));
        }
    }

    @Test
    void lookUpMatchesTheExampleInEachFormat() throws IOException {
        Place content = operation("list-goods").path().field("responses", "200", "content");
        for (String mediaType : content.names()) {
            JsonNode example = Examples.values(content.field(mediaType)).get(0);
            String response = given().accept(mediaType).get(api.resolve("/goods/4564?article=SR-3001")).then().statusCode(200)
                    .extract().asString();

            assertEquals(example.isTextual() ? example.asText() : example, example.isTextual() ? response : JSON.readTree(response));
        }
    }

    @Test
    void linkOfTheFirstPartLeadsToTheNextRows() {
        JsonNode part = operation("search-transactions").path()
                .field("responses", "200", "content", "application/json", "examples", "part", "value").node();
        String next = part.at("/meta/next").asText();

        int firstOfNext = given().urlEncodingEnabled(false).get(next.replace("8080", String.valueOf(api.getPort()))).then().statusCode(200)
                .extract().path("data[0].id");
        assertEquals(part.at("/data/1/id").asInt() - 1, firstOfNext);
    }

    @Test
    void aRelayedReadMatchesTheExample() throws IOException {
        String response = given().get(api.resolve("/company/4564/staff")).then().statusCode(200).extract().asString();

        assertEquals(Examples.response(operation("relay")), JSON.readTree(response));
        assertExample("relay", 404, "route-not-found", given().get(api.resolve("/company/4564/goods")));
    }

    @Test
    void booksEachExampleOfAnOperation() {
        Place examples = operation("create-operation").path().field("requestBody", "content", "application/json", "examples");
        for (Place example : examples.fields()) {
            post(example.field("value").node().toString()).then().statusCode(200);
        }
        given().get(sandbox + "/log").then().body("documents", hasSize(examples.names().size()));
    }

    @ParameterizedTest
    @CsvSource({"access-denied,403,,/storages/4566", "not-found,404,,/storages/1", "rejected,422,success-false,/storages/4564",
            "rate-limited,429,too-many-requests,/storages/4564", "invalid-upstream-response,502,html,/storages/4564",
            "upstream-unavailable,503,error-500,/storages/4564", "upstream-timeout,504,hang,/storages/4564"})
    void problemsOfAReadMatchTheExamples(String problem, int status, String fault, String path) throws IOException {
        fault(fault, "GET /storages");

        assertExample("list-storages", status, problem, given().get(api.resolve(path)));
    }

    @ParameterizedTest
    @CsvSource({"invalid-request,400,?pgae=2&start_date=2026-02-30,*/*", "not-acceptable,406,'',application/xml",
            "cursor-expired,410,?all=true&cursor=MToxOjE1MDowOjE,*/*"})
    void problemsOfASearchMatchTheExamples(String problem, int status, String query, String accept) throws IOException {
        URI uri = api.resolve("/storages/transactions/4564" + query);
        assertExample("search-transactions", status, problem, given().accept(accept).get(uri));
    }

    @Test
    void problemsOfAnOperationMatchTheExamples() throws IOException {
        String operation = "create-operation";
        assertExample(operation, 400, "invalid-request", post("{'type_id': 9, 'storage_id': 101, 'goods_transactions': ["
                + "{'god_id': 3001, 'amount': -1, 'cost_per_unit': 14.90, 'discount': 10, 'operation_unit_type': 1}]}"));
        assertExample(operation, 413, "body-too-large", post("{'comment': '" + "x".repeat(1_048_577) + "'}"));
        assertExample(operation, 415, "unsupported-media-type", json(SALE).contentType("text/plain").post(operations()));
        assertExample(operation, 422, "rejected", post(SALE.replace("3001", "999999")));
        String key = UUID.randomUUID().toString();
        json(SALE).header("Idempotency-Key", key).post(operations()).then().statusCode(200);
        Response reused = json(SALE.replace("101", "103")).header("Idempotency-Key", key).post(operations());
        assertExample(operation, 422, "key-reused", reused);
        fault("drop-before-commit", "POST /storage_operations/operation");
        assertExample(operation, 504, "outcome-unknown", post(SALE));
    }

    private void assertExample(String operation, int status, String problem, Response response) throws IOException {
        Place example = operation(operation).path().field("responses", String.valueOf(status), "content", "application/problem+json",
                "examples", problem, "value");

        assertEquals(status, response.statusCode());
        assertEquals(values(example.node().toString()), values(response.asString()));
    }

    private Response post(String operation) {
        return json(operation).post(operations());
    }

    private static RequestSpecification json(String body) {
        return given().contentType(ContentType.JSON).body(body.replace('\'', '"'));
    }

    private URI operations() {
        return api.resolve("/storage_operations/operation/4564");
    }

    private void fault(String fault, String route) {
        if (fault != null) {
            given().contentType(ContentType.JSON).body(Map.of("fault", fault, "route", route, "delay", "PT4S", "times", 0))
                    .post(sandbox + "/faults").then().statusCode(201);
        }
    }

    private Operation operation(String id) {
        return document.operations().stream().filter(operation -> operation.id().equals(id)).findFirst().orElseThrow();
    }

    /** Returns the JSON values in the text, so that 14.90 equals 14.9. */
    private static List<Object> values(String text) throws IOException {
        return JSON.readerFor(Object.class).readValues(text).readAll();
    }
}
