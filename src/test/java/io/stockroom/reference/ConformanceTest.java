package io.stockroom.reference;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that {@link Conformance} detects everything that is missing from the document. */
class ConformanceTest {

    private static final List<RecordedExchange> EXAMPLES = Examples.of(ApiDocument.read());

    @Test
    void eachExampleOfAResponseConforms() {
        Conformance conformance = new Conformance(ApiDocument.read());
        EXAMPLES.forEach(conformance::check);
    }

    @ParameterizedTest
    @CsvSource({
            "/components/schemas/Storage/properties/weight,/data/0: additionalProperties weight",
            "/components/schemas/Transaction/properties/master,additionalProperties master",
            "/components/schemas/Unit/properties/short_title,/unit: additionalProperties short_title",
            "/components/schemas/BookedLine/properties/deleted,additionalProperties deleted",
            "/components/schemas/Problem/properties/errors,additionalProperties errors",
            "/components/schemas/Operation/properties/comment,the request: : additionalProperties comment",
            "/components/schemas/TransactionsResponse/properties/meta/properties/next,additionalProperties next",
            "{list},route is not documented",
            "{search},route is not documented",
            "{search}/responses/410,status 410 is not documented",
            "{list}/get/responses/404,status 404 is not documented",
            "{search}/responses/200/headers/Link,header Link is not documented",
            "{search}/responses/200/content/text~1csv,the response has an undocumented media type: text/csv",
            "{create}/responses/200/headers/Idempotency-Replayed,header Idempotency-Replayed is not documented",
            "{create}/requestBody/content/application~1json,the request has an undocumented media type"})
    void detectsWhatIsNotDocumented(String place, String violation) {
        assertViolation(violation, document -> {
            JsonPointer pointer = JsonPointer.compile(pointer(place));
            ((ObjectNode) document.at(pointer.head())).remove(pointer.last().getMatchingProperty());
            return document;
        });
    }

    @Test
    void detectsAParameterThatIsNotDocumented() {
        assertViolation("parameter count is not documented", document -> {
            ((ObjectNode) document.at(pointer("{search}/parameters/2"))).put("name", "amount");
            return document;
        });
    }

    @Test
    void validatesValuesAgainstTheirSchemas() {
        assertViolation("location_id: : maximum 1", document -> with(document, "/components/parameters/LocationId/schema", "maximum"));
        assertViolation("count: : maximum 1", document -> with(document, "{search}/parameters/2/schema", "maximum"));
        assertViolation("Retry-After: : maximum 1", document -> with(document, "/components/headers/RetryAfter/schema", "maximum"));
        assertViolation("the request: /storage_id: maximum 1", document -> with(document, "/components/schemas/Id", "maximum"));
        assertViolation("the response: /good/id: maximum 1",
                document -> with(document, "/components/schemas/Named/properties/id", "maximum"));
    }

    @Test
    void detectsMissingRequiredHeaders() {
        RecordedExchange inProgress = EXAMPLES.stream().filter(exchange -> exchange.status() == 409).findFirst().orElseThrow();
        RecordedExchange withoutHeaders = new RecordedExchange(inProgress.method(), inProgress.uri(), inProgress.requestHeaders(),
                inProgress.requestBody(), 409, Map.of("Content-Type", List.of("application/problem+json")), inProgress.responseBody());

        assertThat(new Conformance(ApiDocument.read()).violations(withoutHeaders),
                containsInAnyOrder("Idempotency-Key is missing", "Retry-After is missing", "Cache-Control is not no-store"));
    }

    @Test
    void detectsAnUndocumentedRouteUnlessTheStatusIs404() {
        Conformance conformance = new Conformance(ApiDocument.read());
        assertThat(conformance.violations(undocumentedRoute(404)), empty());
        assertThrows(AssertionError.class, () -> conformance.check(undocumentedRoute(200)));
    }

    private static RecordedExchange undocumentedRoute(int status) {
        return new RecordedExchange("GET", URI.create("http://localhost/nowhere/4564"), Map.of(), null, status, Map.of(), new byte[0]);
    }

    private static ObjectNode with(ObjectNode document, String schema, String bound) {
        ((ObjectNode) document.at(pointer(schema))).put(bound, 1);
        return document;
    }

    private static String pointer(String place) {
        return place.replace("{list}", "/paths/~1storages~1{location_id}")
                .replace("{search}", "/paths/~1storages~1transactions~1{location_id}/get")
                .replace("{create}", "/paths/~1storage_operations~1operation~1{location_id}/post");
    }

    private static void assertViolation(String violation, UnaryOperator<ObjectNode> change) {
        Conformance conformance = new Conformance(ApiDocument.changed(change));
        List<String> violations = EXAMPLES.stream().flatMap(exchange -> conformance.violations(exchange).stream()).toList();
        assertThat(violations, hasItem(containsString(violation)));
    }
}
