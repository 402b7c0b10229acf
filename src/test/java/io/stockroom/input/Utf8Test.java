package io.stockroom.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.problems.Violation;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Utf8Test {

    /** Overlong forms, encoded surrogates, bytes beyond U+10FFFF, single bytes of longer forms, and Latin-1. */
    @ParameterizedTest
    @CsvSource({"c0af", "c1bf", "e080af", "e09f80", "f08080af", "f08f8080", "eda080", "edbfbf", "eda080edb080", "f4908080", "f5808080",
            "f88888808080", "80", "bf", "c3", "e282", "f09f8e", "e9", "c328", "fe", "ff", "efbfbd"})
    void rejectsIllFormedBytesInABody(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex);

        assertEquals(Optional.empty(), Utf8.decode(bytes));
        byte[] body = HexFormat.of().parseHex(HexFormat.of().formatHex("{\"comment\":\"".getBytes(UTF_8)) + hex
                + HexFormat.of().formatHex("\"}".getBytes(UTF_8)));
        assertEquals(List.of(Violation.inBody("", "must be well-formed UTF-8, without the replacement character U+FFFD")),
                assertThrows(InvalidInputException.class, () -> JsonBody.read(body)).violations());
    }

    @ParameterizedTest
    @CsvSource({"2f,/", "c2a2,¢", "d0bb,л", "e282ac,€", "efbfbe,\ufffe", "f09f8e81,🎁", "f48fbfbf,\udbff\udfff", "'',''"})
    void acceptsEachLengthOfAForm(String hex, String text) {
        assertEquals(Optional.of(text), Utf8.decode(HexFormat.of().parseHex(hex)));
        assertTrue(Utf8.isIntact(text));
    }

    @Test
    void aBodyMayBeginWithAByteOrderMarkAndIsNeverAnotherEncoding() {
        assertEquals(Map.of("a", 1), JsonBody.read("\ufeff{\"a\":1}".getBytes(UTF_8)));
        for (String encoding : List.of("UTF-16LE", "UTF-16BE", "UTF-16", "UTF-32BE")) {
            byte[] body = "{\"a\":1}".getBytes(Charset.forName(encoding));
            assertThrows(InvalidInputException.class, () -> JsonBody.read(body), encoding);
        }
    }

    @Test
    void decodedTextIsNotIntactIfSomethingWasReplacedOrCutInHalf() {
        assertFalse(Utf8.isIntact("a\ufffdb"));
        assertFalse(Utf8.isIntact("\ud83c"));
        assertFalse(Utf8.isIntact("\udf81\ud83c"));
    }
}
