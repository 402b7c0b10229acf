package io.stockroom.input;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.stockroom.problems.Violation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    private final Input path = Input.ofParameters(Map.of());

    @Test
    void acceptsNumbersInQuotes() {
        Input body = path.body(Map.of("id", "17", "amount", " 1.250 ", "paid", "true", "unit", 2));

        assertEquals(17L, body.field("id").id());
        assertEquals(new BigDecimal("1.250"), body.field("amount").decimal());
        assertEquals(true, body.field("paid").flag());
        assertEquals(2, body.field("unit").wholeNumber(1, 2));
        assertDoesNotThrow(body::throwIfInvalid);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "1.5", "abc", "", "9223372036854775808", "1e999999999", "NaN", "٥", "+5", "5.0", "5e2"})
    void rejectsInvalidIds(String text) {
        assertNull(path.query(Map.of("id", text)).field("id").id());
        assertEquals(List.of(Violation.inParameter("id", "must be a positive whole number")), violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e17", "1e-21", "1e999999999", "1e2147483647", "1e2147483648", "123456789012345678", "0x10", "1,5", "--1"})
    void rejectsImplausibleDecimals(String text) {
        assertNull(path.query(Map.of("amount", text)).field("amount").decimal());
        assertEquals(1, violations().size());
    }

    @Test
    void rejectsANumberOfAMillionDigitsImmediately() {
        assertNull(path.query(Map.of("amount", "9".repeat(1_000_000))).field("amount").decimal());
        assertEquals(1, violations().size());
    }

    @Test
    void rejectsObjectsAndArraysAsScalars() {
        Input body = path.body(Map.of("id", List.of(1), "text", Map.of("a", 1)));

        assertNull(body.field("id").id());
        assertNull(body.field("text").text());
        assertEquals(2, violations().size());
    }

    @Test
    void acceptsJsonWholeNumbersWithADecimalPoint() {
        assertEquals(5L, path.body(Map.of("id", new BigDecimal("5.0"))).field("id").id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-12-31T23:59:59-18:00", "0000-01-01T00:00:00Z", "1899-12-31T23:59:59Z", "2200-01-01T00:00:00Z",
            "2026-11-23T10:00:00ZZ", "2026-11-23T10:00:00+02:00+0200"})
    void rejectsImplausibleAndMalformedTimestamps(String text) {
        assertNull(path.query(Map.of("at", text)).field("at").moment());
        assertEquals(1, violations().size());
    }

    @Test
    void rejectsTextWithHalfASurrogatePair() {
        assertNull(path.query(Map.of("comment", "half \ud800")).field("comment").text());
        assertEquals("whole 🎁", path.query(Map.of("comment", "whole 🎁")).field("comment").text());
        assertEquals(1, violations().size());
    }

    @Test
    void limitsTheNumberOfReportedViolations() {
        Input body = path.body(Map.of("lines", Collections.nCopies(1000, Map.of("x".repeat(1000), 1))));
        body.field("lines").objects().forEach(line -> line.field("amount").required().decimal());

        InvalidInputException invalid = assertThrows(InvalidInputException.class, path::throwIfInvalid);

        assertEquals(100, invalid.violations().size());
        assertTrue(invalid.getMessage().endsWith("; and more"));
        assertTrue(invalid.toString().length() < 5_000);
    }

    @Test
    void rejectsMoreThan1000Objects() {
        assertEquals(List.of(), path.body(Map.of("lines", Collections.nCopies(1001, Map.of()))).field("lines").objects());
        assertEquals("must be an array of 1 to 1000 objects", violations().get(0).detail());
    }

    @Test
    void rejectsDatesThatDoNotExist() {
        assertEquals(LocalDate.of(2028, 2, 29), path.query(Map.of("day", "2028-02-29")).field("day").date());
        assertNull(path.query(Map.of("day", "2026-02-29")).field("day").date());
        assertEquals(1, violations().size());
    }

    @Test
    void timestampsMayLackAnOffsetAndMomentsMayNot() {
        Input query = path.query(Map.of("a", "2026-11-23T10:00:00", "b", "2026-11-23T10:00:00+02:00", "c", "2026-11-23T10:00:00 02:00"));

        assertEquals(LocalDateTime.parse("2026-11-23T10:00:00"), query.field("a").timestamp());
        assertEquals(OffsetDateTime.parse("2026-11-23T10:00:00+02:00"), query.field("b").timestamp());
        assertEquals(OffsetDateTime.parse("2026-11-23T10:00:00+02:00"), query.field("c").timestamp(), "an unencoded plus");
        assertNull(query.field("a").moment());
        assertEquals("a", violations().get(0).parameter());
    }

    @Test
    void reportsViolationsOfAllPartsTogether() {
        Input withLocation = Input.ofParameters(Map.of("location_id", "x"));
        withLocation.field("location_id").id();
        withLocation.query(Map.of("pag", "1")).field("page");
        Input body = withLocation.body(Map.of("lines", List.of(Map.of("amuont", 1), 7)));
        body.field("lines").objects().forEach(line -> line.field("amount").required().decimal());

        InvalidInputException invalid = assertThrows(InvalidInputException.class, body::throwIfInvalid);

        assertEquals(List.of(
                Violation.inParameter("location_id", "must be a positive whole number"),
                Violation.inBody("/lines/1", "must be an object"),
                Violation.inBody("/lines/0/amount", "is required"),
                Violation.inParameter("pag", "is not a known parameter; did you mean `page`?"),
                Violation.inBody("/lines/0/amuont", "is not a known field; did you mean `amount`?")), invalid.violations());
    }

    @Test
    void unknownNameWithoutASimilarOneListsTheKnownNames() {
        Input query = path.query(Map.of("colour", "red"));
        query.field("page");
        query.field("count");

        InvalidInputException invalid = assertThrows(InvalidInputException.class, query::throwIfInvalid);

        assertEquals("colour is not a known parameter; expected one of `page`, `count`", invalid.getMessage());
    }

    @Test
    void pointersEscapeNames() {
        path.body(Map.of("a/b~c", 1));

        assertEquals("/a~1b~0c", violations().get(0).pointer());
    }

    @Test
    void aliasesMayRepeatAValueButNotConflict() {
        Input body = path.body(Map.of("master_id", 5, "staff_id", "5", "good_id", 1, "product_id", 2));

        assertEquals(5L, body.field("master_id", "staff_id").id());
        body.field("good_id", "product_id").id();

        assertEquals(List.of(Violation.inBody("/good_id", "conflicts with `product_id`")), violations());
    }

    @Test
    void zeroAndEmptyTextStandForAnAbsentOptionalId() {
        Input body = path.body(Map.of("a", 0, "b", "0", "c", "", "d", " ", "e", 5));

        Stream.of("a", "b", "c", "d", "missing").forEach(name -> assertNull(body.field(name).optionalId(), name));
        assertEquals(5L, body.field("e").optionalId());
        assertDoesNotThrow(body::throwIfInvalid);
    }

    @Test
    void anAliasWithoutAnIdConflictsWithNone() {
        Input body = path.body(Map.of("master_id", 0, "staff_id", "", "team_member_id", 5, "good_id", 0, "product_id", ""));

        assertEquals(5L, body.field("master_id", "staff_id", "team_member_id").optionalId());
        assertNull(body.field("good_id", "product_id").id());
        assertEquals(List.of(Violation.inBody("/good_id", "must be a positive whole number")), violations());
    }

    @ParameterizedTest
    @ValueSource(strings = {"33.333333333333336", "0.30000000000000004", "3.3333333333333335E-4", "0.33333333333333331"})
    void readsTheQuotientOfADivisionExactly(String text) {
        assertEquals(new BigDecimal(text), path.body(Map.of("amount", new BigDecimal(text))).field("amount").decimal());
    }

    private List<Violation> violations() {
        return assertThrows(InvalidInputException.class, path::throwIfInvalid).violations();
    }
}
