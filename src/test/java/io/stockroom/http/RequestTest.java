package io.stockroom.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import io.stockroom.problems.RejectedRequestException;
import io.stockroom.problems.Violation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Events as API Gateway may deliver them: what it makes of ill-formed UTF-8 is not documented, so every form is rejected. */
class RequestTest {

    private static final String NOT_UTF_8 = "must be well-formed UTF-8, without the replacement character U+FFFD";
    private static final String NOT_ENCODED_UTF_8 = "must be percent-encoded UTF-8, without the replacement character U+FFFD";

    private final APIGatewayV2HTTPEvent event = APIGatewayV2HTTPEvent.builder().withRawPath("/storages/4564").build();

    @ParameterizedTest
    @ValueSource(strings = {"4564 ", " 4564", "+4564", "-4564", "04564", "0", "", "4564.0", "4564\t", "45%364", "%34564", "٤٥٦٤",
            "4564\u0000",
            "4564\ufffd", "45 64", "4,564", "1e3", "9223372036854775808", "0x10", "４５６４", "4564;v=1", "null"})
    void aLocationIsWrittenInDigitsAlone(String location) {
        event.setPathParameters(Map.of("location_id", location));

        assertEquals(
                List.of(Violation.inParameter("location_id", "must be a positive whole number, without spaces, signs or leading zeros")),
                assertThrows(InvalidInputException.class, () -> request().locationId()).violations());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 4564, Long.MAX_VALUE})
    void readsALocation(long location) {
        event.setRawPath("/prod/storages/" + location);
        assertEquals(location, request().locationId());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"page=%C0%AF|\ufffd\ufffd|page", "page=%C0%AF|À¯|page", "page=%C0%AF||page", "page=1|1\ufffd|page",
            "page=%EF%BF%BD|\ufffd|page", "page=%ED%A0%80|\ud800|page", "page=%|%|page", "page=%4|%4|page", "page=%GG|%GG|page",
            "|\ud800|page"})
    void rejectsAQueryThatIsNotUtf8(String rawQuery, String decoded, String name) {
        event.setRawQueryString(rawQuery);
        event.setQueryStringParameters(decoded == null ? null : Map.of("page", decoded));
        Input query = request().query();

        assertNull(query.field("page").wholeNumber(1, 10));
        assertEquals(List.of(Violation.inParameter(name, NOT_ENCODED_UTF_8)),
                assertThrows(InvalidInputException.class, query::throwIfInvalid).violations());
    }

    @Test
    void rejectsAParameterNameThatIsNotUtf8() {
        event.setRawQueryString("page=1&%FF=1");
        event.setQueryStringParameters(Map.of("page", "1", "\ufffd", "1"));
        Input query = request().query();

        assertEquals(1, query.field("page").wholeNumber(1, 10));
        assertEquals(List.of(Violation.inParameter("\ufffd", NOT_ENCODED_UTF_8)),
                assertThrows(InvalidInputException.class, query::throwIfInvalid).violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=1", "page=1&", "&&page=1", "page=%31", "page=1&name=%D0%BB%D0%B0%D0%BA+%F0%9F%8E%81", "page=1&name=лак",
            ""})
    void acceptsAQueryInUtf8(String rawQuery) {
        event.setRawQueryString(rawQuery);
        event.setQueryStringParameters(Map.of("page", "1"));
        Input query = request().query();

        assertEquals(1, query.field("page").wholeNumber(1, 10));
        query.throwIfInvalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"comment\": \"\ufffd\"}", "{\"\ufffd\": 1}", "{\"comment\": \"\ud800\"}"})
    void rejectsABodyThatWasReplacedOrCut(String body) {
        event.setBody(body);
        Request request = request();

        assertEquals(List.of(Violation.inBody("", NOT_UTF_8)), assertThrows(InvalidInputException.class, request::json).violations());
        assertEquals(List.of(Violation.inBody("", NOT_UTF_8)), assertThrows(InvalidInputException.class, request::body).violations());
        assertArrayEquals(body.getBytes(StandardCharsets.UTF_8), request.receivedBody(), "only a signature may tell");
    }

    @Test
    void rejectsAnIllFormedBodyInBase64WhenItIsRead() {
        byte[] body = HexFormat.of().parseHex("7b2261223a22c0af227d");
        event.setBody(Base64.getEncoder().encodeToString(body));
        event.setIsBase64Encoded(true);
        Request request = request();

        assertArrayEquals(body, request.body(), "a signature is verified over the bytes");
        assertEquals(List.of(Violation.inBody("", NOT_UTF_8)), assertThrows(InvalidInputException.class, request::json).violations());
    }

    @Test
    void rejectsAnEscapedReplacementCharacterInItsField() {
        event.setBody("{\"comment\": \"\\ufffd\"}");
        Input body = request().json();

        assertNull(body.field("comment").text());
        assertEquals("/comment must not contain the replacement character U+FFFD",
                assertThrows(InvalidInputException.class, body::throwIfInvalid).getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"application/json,application/json", "application/json, application/json",
            "application/json;a=\"x,y\"", "application/json;a=\"x,y\",application/json;a=\"x,y\"",
            "application/vnd.shop+json,application/vnd.shop+json"})
    void equalContentTypesCountOnce(String contentType) {
        event.setBody("{\"a\": 1}");
        event.setHeaders(Map.of("content-type", contentType));

        assertEquals(1L, request().json().field("a").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json,text/plain", "application/json,application/json; charset=utf-8", "application/json,"})
    void differentContentTypesAreInvalid(String contentType) {
        event.setBody("{}");
        event.setHeaders(Map.of("content-type", contentType));

        assertEquals("Content-Type must not be sent more than once with different values",
                assertThrows(InvalidInputException.class, () -> request().json()).getMessage());
    }

    @Test
    void aContentTypeIsText() {
        event.setBody("{}");
        event.setHeaders(Map.of("content-type", "application/json; charset=\ufffd"));

        assertEquals("Content-Type " + NOT_UTF_8, assertThrows(InvalidInputException.class, () -> request().json()).getMessage());
        event.setHeaders(Map.of("content-type", "text/plain,text/plain"));
        assertEquals(415, assertThrows(RejectedRequestException.class, () -> request().json()).problem().status());
    }

    @Test
    void linesOfAHeaderWithOneValueCountOnceIfEqual() {
        event.setHeaders(Map.of("webhook-id", "msg_1,msg_1", "Webhook-Timestamp", "1, 2"));

        assertEquals("msg_1", request().singleHeader("webhook-id").text());
        assertEquals("1, 2", request().singleHeader("webhook-timestamp").text());
        assertEquals("msg_1,msg_1", request().header("webhook-id").text());
    }

    private Request request() {
        return new Request(event, RequestHeaders.of(event), null, new ResponseContext());
    }
}
