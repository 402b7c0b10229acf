package io.stockroom.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.stockroom.input.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelayedQueryTest {

    private static final String FORM = "application/x-www-form-urlencoded; charset=utf-8";

    @Test
    void keepsRepeatedEmptyAndUnknownParametersOfTheUrl() {
        assertEquals(Map.of("id[]", List.of("1", "2"), "flag", List.of(""), "поле", List.of("a b")),
                query("id%5B%5D=1&id[]=2&&flag&%D0%BF%D0%BE%D0%BB%D0%B5=a%20b", null, ""));
    }

    @Test
    void theUrlReplacesAParameterOfTheBody() {
        assertEquals(Map.of("count", List.of("5"), "page", List.of("2")), query("count=5", null, "{\"count\": 100, \"page\": 2}"));
        assertEquals(Map.of("count", List.of("5"), "page", List.of("2")), query("count=5", FORM, "count=100&count=200&page=2"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"{\"a\": {\"b\": [1, 2]}}|{a[b][]=[1, 2]}",
            "{\"a\": [true, false, null]}|{a[]=[1, 0]}", "{\"a\": null}|{}", "{\"a\": 1e3}|{a=[1000]}", "{\"a\": \"\"}|{a=[]}"})
    void readsJsonAsPhpWouldWriteAForm(String body, String parameters) {
        assertEquals(parameters, query(null, "application/json", body).toString());
    }

    @Test
    void readsAnObjectThatIsCalledAForm() {
        assertEquals(Map.of("count", List.of("30")), query(null, FORM, " {\"count\": 30}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "[]", "null", "\"\""})
    void anEmptyBodyHasNoParameters(String body) {
        assertEquals(Map.of(), query(null, "application/json", body));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a=%FF", "%FF=a", "a=%2", "a=%zz"})
    void rejectsWhatIsNoPercentEncodedUtf8(String url) {
        assertThrows(InvalidInputException.class, () -> query(url, null, ""));
        assertThrows(InvalidInputException.class, () -> query(null, FORM, url));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\": 1e101}", "{\"a\": 1e-101}", "[1]", "{\"a\": "})
    void rejectsBodiesThatAreNoParameters(String body) {
        assertThrows(InvalidInputException.class, () -> query(null, "application/json", body));
    }

    @Test
    void rejectsABodyThatIsNoUtf8() {
        assertThrows(InvalidInputException.class,
                () -> RelayedQuery.of(APIGatewayV2HTTPEvent.builder().build(), null, new byte[] {(byte) 0xff}));
    }

    private static Map<String, List<String>> query(String url, String contentType, String body) {
        return RelayedQuery.of(APIGatewayV2HTTPEvent.builder().withRawQueryString(url).build(), contentType, body.getBytes(UTF_8));
    }
}
