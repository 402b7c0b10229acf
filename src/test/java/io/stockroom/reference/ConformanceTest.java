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

/** That the reference's guard is awake: whatever is taken out of the document is missed. */
class ConformanceTest {

    private static final List<Exchange> EXAMPLES = Examples.of(ApiDocument.read());

    @Test
    void eachExampleOfAnAnswerConforms() {
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
            "/components/schemas/TransactionsAnswer/properties/meta/properties/next,additionalProperties next",
            "{list},there is no such route",
            "{search},there is no such route",
            "{search}/responses/410,there is no status 410",
            "{list}/get/responses/404,there is no status 404",
            "{search}/responses/200/headers/Link,there is no header Link",
            "{search}/responses/200/content/text~1csv,the answer has a type that there is not: text/csv",
            "{create}/responses/200/headers/Idempotency-Replayed,there is no header Idempotency-Replayed",
            "{create}/requestBody/content/application~1json,the request has a type that there is not"})
    void whatIsNoLongerDocumentedIsAFault(String place, String fault) {
        assertFault(fault, document -> {
            JsonPointer pointer = JsonPointer.compile(pointer(place));
            ((ObjectNode) document.at(pointer.head())).remove(pointer.last().getMatchingProperty());
            return document;
        });
    }

    @Test
    void aParameterThatIsNoLongerDocumentedIsAFault() {
        assertFault("there is no parameter count", document -> {
            ((ObjectNode) document.at(pointer("{search}/parameters/2"))).put("name", "amount");
            return document;
        });
    }

    @Test
    void valuesAreHeldAgainstTheirSchemas() {
        assertFault("location_id: : maximum 1", document -> with(document, "/components/parameters/LocationId/schema", "maximum"));
        assertFault("count: : maximum 1", document -> with(document, "{search}/parameters/2/schema", "maximum"));
        assertFault("Retry-After: : maximum 1", document -> with(document, "/components/headers/RetryAfter/schema", "maximum"));
        assertFault("the request: /storage_id: maximum 1", document -> with(document, "/components/schemas/Id", "maximum"));
        assertFault("the answer: /good/id: maximum 1", document -> with(document, "/components/schemas/Named/properties/id", "maximum"));
    }

    @Test
    void aHeaderThatMustBeThereIsMissed() {
        Exchange inFlight = EXAMPLES.stream().filter(exchange -> exchange.status() == 409).findFirst().orElseThrow();
        Exchange without = new Exchange(inFlight.method(), inFlight.address(), inFlight.sent(), inFlight.request(), 409,
                Map.of("Content-Type", List.of("application/problem+json")), inFlight.answer());

        assertThat(new Conformance(ApiDocument.read()).faults(without),
                containsInAnyOrder("Idempotency-Key is missing", "Retry-After is missing", "Cache-Control is not no-store"));
    }

    @Test
    void aRouteThatIsNotThereIsAFaultUnlessItIsNotFound() {
        Conformance conformance = new Conformance(ApiDocument.read());
        assertThat(conformance.faults(elsewhere(404)), empty());
        assertThrows(AssertionError.class, () -> conformance.check(elsewhere(200)));
    }

    private static Exchange elsewhere(int status) {
        return new Exchange("GET", URI.create("http://localhost/goods/4564"), Map.of(), null, status, Map.of(), new byte[0]);
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

    private static void assertFault(String fault, UnaryOperator<ObjectNode> change) {
        Conformance conformance = new Conformance(ApiDocument.changed(change));
        List<String> faults = EXAMPLES.stream().flatMap(exchange -> conformance.faults(exchange).stream()).toList();
        assertThat(faults, hasItem(containsString(fault)));
    }
}
