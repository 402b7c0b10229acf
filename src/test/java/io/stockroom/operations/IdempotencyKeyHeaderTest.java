package io.stockroom.operations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One key is one key, on one line or on two, which gateways join with a comma. */
class IdempotencyKeyHeaderTest {

    private final Input request = Input.ofParameters(Map.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"o-1|o-1", "o-1,o-1|o-1", "o-1, o-1|o-1", "o-1 ,\to-1,o-1|o-1",
            "\"o-1\"|o-1", "\"o-1\",\"o-1\"|o-1", "\"o-1\", \"o-1\"|o-1", "o-1,\"o-1\"|o-1", "\"o-1\",o-1|o-1",
            "\"a,b\"|a,b", "\"a,b\",\"a,b\"|a,b", "\"a\\\"b\\\\c\"|a\"b\\c", "ab\"c|ab\"c", "k;v=1|k;v=1", "a b|a b", "a\\b|a\\b"})
    void equalLinesAreOneKey(String header, String key) {
        assertEquals(key, read(header));
        request.throwIfInvalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"k\";v=1", "\"k\";v", "\"k\"; v=1;w=\"a;b,c\\\"\"", "\"k\";v=-1.5;v=?0;*a=tok/en:x;b=:aGk=:",
            "\"k\";v=1,\"k\";v=2",
            "\"k\";v=1 , k", "k,\"k\""})
    void parametersDoNotChangeTheKey(String header) {
        assertEquals("k", read(header));
        request.throwIfInvalid();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "a, b", "a,b,a,b", "a,", ",a", "\"a\",\"b\"", "\"k\",", "o-1,O-1", "\"a\",b", "\"k\";v=1,\"l\";v=1"})
    void differentLinesAreInvalid(String header) {
        assertNull(read(header));
        assertEquals("Idempotency-Key must be sent once; a key that contains a comma must be in double quotes", message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"", "\"abc", "\"ab\"c-1\"", "\"ab\\", "\"ab\\\"", "\"a\\b\"", "\"k\" x", "\"k\"x", "\"k\";", "\"k\";V=1",
            "\"k\";v=",
            "\"k\";v=\"x", "\"k\";v=1 2", "\"k\";v=(1 2)", "\"k\";v=@", "k,\"k", "\"a\"\"a\"", "\"a\" \"a\""})
    void aKeyInQuotesIsAWholeString(String header) {
        assertNull(read(header));
        assertEquals("Idempotency-Key must be one string of RFC 8941 if it begins with a double quote, such as \"order-1\"", message());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\"", "\"  \"", "\"ключ\"", "\"a\tb\"", "ключ,ключ"})
    void aKeyIsPrintable(String header) {
        read(header);
        assertEquals("Idempotency-Key must be 1 to 255 printable ASCII characters", message());
    }

    @Test
    void aKeyThatIsNotIntactIsInvalid() {
        assertNull(read("\ud83c"));
        assertNull(read("\ufffd"));
        assertEquals("Idempotency-Key must be text; Idempotency-Key must not contain the replacement character U+FFFD", message());
    }

    @Test
    void aHeaderOfAnyLengthIsReadOnce() {
        for (String header : List.of("\"" + "\\\"".repeat(50_000) + "\"", "k,".repeat(50_000) + "k", "\"k\"" + ";a=1".repeat(50_000))) {
            String key = read(header);
            assertEquals(header.charAt(1) == '\\' ? 50_000 : 1, key.length());
        }
    }

    @Test
    void eachKeySurvivesItsOwnQuotes() {
        for (String key : List.of("a,b", "\"", "\\", "a\",\"b", "x;y=1", " a ", "\"a\"")) {
            assertEquals(key, read(IdempotencyKey.quoted(key)));
            assertEquals(key, read(IdempotencyKey.quoted(key) + "," + IdempotencyKey.quoted(key)));
        }
        request.throwIfInvalid();
    }

    private String read(String header) {
        return IdempotencyKey.valueOf(request.query(Map.of(IdempotencyKey.HEADER, header)).field(IdempotencyKey.HEADER));
    }

    private String message() {
        return assertThrows(InvalidInputException.class, request::throwIfInvalid).getMessage();
    }
}
