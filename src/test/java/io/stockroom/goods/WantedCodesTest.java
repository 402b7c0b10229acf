package io.stockroom.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.altegio.AltegioObjects;
import io.stockroom.input.Input;
import io.stockroom.input.InvalidInputException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WantedCodesTest {

    @Test
    void readsValuesThatAreSeparatedOrRepeated() {
        assertEquals(WantedCodes.of(GoodCode.ARTICLE, CodeMatch.EXACT, List.of("a", "B 1", "001")), read(List.of(" a,B 1 ,001,a")));
        assertEquals(WantedCodes.of(GoodCode.ARTICLE, CodeMatch.EXACT, List.of("a,b", "c")), read(List.of("a,b", " c")));
        assertNull(WantedCodes.from(Input.ofParameters(Map.of()).query(Map.of())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "a,", " ", "a,,b"})
    void rejectsEmptyValues(String values) {
        assertThrows(InvalidInputException.class, () -> read(List.of(values)));
    }

    @Test
    void acceptsAtMostAHundredValues() {
        String hundred = IntStream.rangeClosed(1, 100).mapToObj(String::valueOf).collect(Collectors.joining(","));
        assertEquals(100, read(List.of(hundred)).values().size());
        assertThrows(InvalidInputException.class, () -> read(List.of(hundred + ",101")));
    }

    @ParameterizedTest
    @CsvSource({"SR-1,SR-1", "' SR-1',SR-1", "'SR-1\t',SR-1", "sr-1,", "SR-10,", "R-1,"})
    void matchesExactlyExceptForBlanksAround(String article, String expected) {
        assertEquals(Optional.ofNullable(expected),
                WantedCodes.of(GoodCode.ARTICLE, CodeMatch.EXACT, List.of("SR-1")).of(good("article", article)));
    }

    @ParameterizedTest
    @CsvSource({"sr-1,Sr-1", "' SR-1',Sr-1", "лак-2,ЛАК-2", "sr-10,"})
    void mayIgnoreCase(String article, String expected) {
        WantedCodes codes = WantedCodes.of(GoodCode.ARTICLE, CodeMatch.IGNORING_CASE, List.of("Sr-1", "ЛАК-2", "SR-1"));

        assertEquals(Optional.ofNullable(expected), codes.of(good("article", article)));
        assertEquals(List.of("Sr-1", "ЛАК-2"), List.copyOf(codes.values()));
    }

    @Test
    void aNumberMatchesItsDigits() {
        WantedCodes codes = WantedCodes.of(GoodCode.BARCODE, CodeMatch.EXACT, List.of("4006380000000", "42"));

        assertEquals(Optional.of("4006380000000"), codes.of(good("barcode", 4006380000000L)));
        assertEquals(Optional.of("4006380000000"), codes.of(good("barcode", new BigDecimal("4.00638E+12"))));
        assertEquals(Optional.of("42"), codes.of(good("barcode", 42)));
        assertEquals(Optional.empty(), codes.of(good("article", "42")));
    }

    @Test
    void linkKeepsCommas() {
        assertEquals(Map.of("article", List.of("a,b", "c")),
                WantedCodes.of(GoodCode.ARTICLE, CodeMatch.EXACT, List.of("a,b", "c")).parameters());
        assertEquals(Map.of("article", List.of("a,b", "a,b")),
                WantedCodes.of(GoodCode.ARTICLE, CodeMatch.EXACT, List.of("a,b")).parameters());
        assertEquals(Map.of("article", List.of("a")), WantedCodes.of(GoodCode.ARTICLE, CodeMatch.EXACT, List.of("a")).parameters());
    }

    private static Good good(String field, Object code) {
        return Good.from(AltegioObjects.of(Map.of("good_id", 1, field, code)));
    }

    private static WantedCodes read(List<String> occurrences) {
        Input input = Input.ofParameters(Map.of()).query(Map.of("article", String.join(",", occurrences)), Map.of("article", occurrences));
        WantedCodes codes = WantedCodes.from(input);
        input.throwIfInvalid();
        return codes;
    }
}
