package io.stockroom.input;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    private final Input path = Input.ofPath(Map.of());

    @Test
    void numbersMayStandInQuotes() {
        Input body = path.body(Map.of("id", "17", "amount", " 1.250 ", "paid", "true", "unit", 2));

        assertEquals(17L, body.member("id").id());
        assertEquals(new BigDecimal("1.250"), body.member("amount").decimal());
        assertEquals(true, body.member("paid").flag());
        assertEquals(2, body.member("unit").wholeNumber(1, 2));
        assertDoesNotThrow(body::refuseFaults);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "abc", "", "9223372036854775808", "1e999999999", "NaN", "٥", "+5", "5.0", "5e2"})
    void whatIsNoIdIsRefused(String text) {
        assertNull(path.query(Map.of("id", text)).member("id").id());
        assertEquals(List.of(Fault.inParameter("id", "must be a positive whole number")), faults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e16", "1e-16", "1e999999999", "1e2147483647", "1e2147483648", "1234567890123456", "0x10", "1,5", "--1"})
    void decimalsBeyondReasonAreRefused(String text) {
        assertNull(path.query(Map.of("amount", text)).member("amount").decimal());
        assertEquals(1, faults().size());
    }

    @Test
    void aNumberOfAMillionDigitsIsRefusedAtOnce() {
        assertNull(path.query(Map.of("amount", "9".repeat(1_000_000))).member("amount").decimal());
        assertEquals(1, faults().size());
    }

    @Test
    void objectsAndArraysAreNoScalars() {
        Input body = path.body(Map.of("id", List.of(1), "text", Map.of("a", 1)));

        assertNull(body.member("id").id());
        assertNull(body.member("text").text());
        assertEquals(2, faults().size());
    }

    @Test
    void wholeNumbersOfJsonMayHaveAPoint() {
        assertEquals(5L, path.body(Map.of("id", new BigDecimal("5.0"))).member("id").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59-18:00", "0000-01-01T00:00:00Z", "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z",
            "2026-11-23T10:00:00ZZ", "2026-11-23T10:00:00+02:00+0200"})
    void timesThatOnlyBreakThingsLaterAreRefused(String text) {
        assertNull(path.query(Map.of("at", text)).member("at").moment());
        assertEquals(1, faults().size());
    }

    @Test
    void halfACharacterIsNoText() {
        assertNull(path.query(Map.of("comment", "half \ud800")).member("comment").text());
        assertEquals("whole 🎁", path.query(Map.of("comment", "whole 🎁")).member("comment").text());
        assertEquals(1, faults().size());
    }

    @Test
    void aFloodOfFaultsIsToldInPart() {
        Input body = path.body(Map.of("lines", Collections.nCopies(1000, Map.of("x".repeat(1000), 1))));
        body.member("lines").objects().forEach(line -> line.member("amount").required().decimal());

        InvalidInput invalid = assertThrows(InvalidInput.class, path::refuseFaults);

        assertEquals(100, invalid.faults().size());
        assertTrue(invalid.getMessage().endsWith("; and more"));
        assertTrue(invalid.toString().length() < 5_000);
    }

    @Test
    void moreObjectsThanAnyDocumentHasAreRefused() {
        assertEquals(List.of(), path.body(Map.of("lines", Collections.nCopies(1001, Map.of()))).member("lines").objects());
        assertEquals("must be an array of 1 to 1000 objects", faults().get(0).detail());
    }

    @Test
    void datesMustExist() {
        assertEquals(LocalDate.of(2028, 2, 29), path.query(Map.of("day", "2028-02-29")).member("day").date());
        assertNull(path.query(Map.of("day", "2026-02-29")).member("day").date());
        assertEquals(1, faults().size());
    }

    @Test
    void timestampsMayLackAnOffsetAndMomentsMayNot() {
        Input query = path.query(Map.of("a", "2026-11-23T10:00:00", "b", "2026-11-23T10:00:00+02:00", "c", "2026-11-23T10:00:00 02:00"));

        assertEquals(LocalDateTime.parse("2026-11-23T10:00:00"), query.member("a").timestamp());
        assertEquals(OffsetDateTime.parse("2026-11-23T10:00:00+02:00"), query.member("b").timestamp());
        assertEquals(OffsetDateTime.parse("2026-11-23T10:00:00+02:00"), query.member("c").timestamp(), "an unencoded plus");
        assertNull(query.member("a").moment());
        assertEquals("a", faults().get(0).parameter());
    }

    @Test
    void allPartsOfARequestReportTogether() {
        Input withLocation = Input.ofPath(Map.of("location_id", "x"));
        withLocation.member("location_id").id();
        withLocation.query(Map.of("pag", "1")).member("page");
        Input body = withLocation.body(Map.of("lines", List.of(Map.of("amuont", 1), 7)));
        body.member("lines").objects().forEach(line -> line.member("amount").required().decimal());

        InvalidInput invalid = assertThrows(InvalidInput.class, body::refuseFaults);

        assertEquals(List.of(
                Fault.inParameter("location_id", "must be a positive whole number"),
                Fault.inBody("/lines/1", "must be an object"),
                Fault.inBody("/lines/0/amount", "is required"),
                Fault.inParameter("pag", "is not known; did you mean page?"),
                Fault.inBody("/lines/0/amuont", "is not known; did you mean amount?")), invalid.faults());
    }

    @Test
    void aNameThatResemblesNothingIsAnsweredWithTheKnownOnes() {
        Input query = path.query(Map.of("colour", "red"));
        query.member("page");
        query.member("count");

        InvalidInput invalid = assertThrows(InvalidInput.class, query::refuseFaults);

        assertEquals("colour is not known; known are page, count", invalid.getMessage());
    }

    @Test
    void pointersEscapeTheirNames() {
        path.body(Map.of("a/b~c", 1));

        assertEquals("/a~1b~0c", faults().get(0).pointer());
    }

    @Test
    void namesOfOneFamilyMayRepeatAValueButNotContradictEachOther() {
        Input body = path.body(Map.of("master_id", 5, "staff_id", "5", "good_id", 1, "product_id", 2));

        assertEquals(5L, body.member("master_id", "staff_id").id());
        body.member("good_id", "product_id").id();

        assertEquals(List.of(Fault.inBody("/good_id", "contradicts product_id")), faults());
    }

    private List<Fault> faults() {
        return assertThrows(InvalidInput.class, path::refuseFaults).faults();
    }
}
