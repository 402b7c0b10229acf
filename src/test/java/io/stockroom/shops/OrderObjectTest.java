package io.stockroom.shops;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read from a field of an order, and how an error names the field. */
class OrderObjectTest {

    private static final String INVALID = "The field field has an unexpected type or format";
    private static final String MISSING = "The field field is missing";

    @ParameterizedTest
    @CsvSource({"14.90,14.90", "'\" 14.90 \"',14.90", "0.1000000000000000000000000001,0.1000000000000000000000000001",
            "123456789012345678.25,123456789012345678.25", "1e3,1000", "'\"-0\"',0", "'\".5\"',0.5"})
    void decimalsAreExactInQuotesOrNot(String json, BigDecimal expected) {
        assertEquals(0, expected.compareTo(field(json).decimal("field")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"14,90\"", "\"$14.90\"", "\"1e999\"", "\".\"", "\"-\"", "\"1234567890123456789\"", "true", "\"NaN\"", "[]",
            "{}"})
    void whatIsNoDecimalIsAnError(String json) {
        assertEquals(INVALID, error(() -> field(json).decimal("field")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"  \""})
    void aBlankFieldIsAbsent(String json) {
        OrderObject object = field(json);

        assertNull(object.text("field"));
        assertNull(object.decimal("field"));
        assertNull(object.id("field"));
        assertNull(object.time("field"));
        assertEquals(BigDecimal.ZERO, object.decimalOrZero("field"));
        assertFalse(object.flag("field"));
        assertEquals(MISSING, error(() -> object.requiredText("field")));
        assertEquals(MISSING, error(() -> object.requiredDecimal("field")));
        assertEquals(MISSING, error(() -> object.requiredId("field")));
    }

    @ParameterizedTest
    @CsvSource({"5678901234567,5678901234567", "'\"42\"',42", "9223372036854775807,9223372036854775807"})
    void idsAreDigits(String json, String expected) {
        assertEquals(expected, field(json).id("field"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1.5", "\"gid://shopify/Order/1\"", "12345678901234567890"})
    void whatIsNoIdIsAnError(String json) {
        assertEquals(INVALID, error(() -> field(json).id("field")));
    }

    /** WooCommerce has the product 0 for a line whose product was deleted. */
    @ParameterizedTest
    @ValueSource(strings = {"0", "\"0\""})
    void theIdZeroIdentifiesNothing(String json) {
        assertNull(field(json).id("field"));
    }

    @ParameterizedTest
    @CsvSource({"true,true", "'\"true\"',true", "1,true", "'\"1\"',true", "false,false", "0,false", "'\"yes\"',false"})
    void flagsAreTrueOrOne(String json, boolean expected) {
        assertEquals(expected, field(json).flag("field"));
    }

    @Test
    void timesHaveAnOffsetOrNot() {
        assertEquals(OffsetDateTime.parse("2026-11-23T10:00:00+02:00"), field("\"2026-11-23T10:00:00+02:00\"").time("field"));
        assertEquals(LocalDateTime.parse("2026-11-23T10:00:00"), field("\"2026-11-23T10:00:00\"").time("field"));
        assertEquals(INVALID, error(() -> field("\"yesterday\"").time("field")));
    }

    /** The value is not quoted: it may be of a person. */
    @Test
    void anErrorHasThePlaceOfTheFieldAndNotItsValue() {
        OrderObject order = OrderObject.read("""
                {"customer": {"phone": ["+359 88 123 4567"]}, "lines": [{"price": 1}, {"price": "canary"}]}""".getBytes(UTF_8));

        assertEquals("The field customer.phone has an unexpected type or format",
                error(() -> order.object("customer").orElseThrow().text("phone")));
        assertEquals("The field lines[1].price has an unexpected type or format",
                error(() -> order.objects("lines").get(1).decimal("price")));
        assertEquals("The field customer has an unexpected type or format", error(() -> order.objects("customer")));
    }

    @Test
    void listsAndObjectsMayBeAbsent() {
        OrderObject order = field("null");

        assertEquals(List.of(), order.objects("field"));
        assertTrue(order.object("field").isEmpty());
        assertFalse(order.has("field"));
        assertEquals(INVALID, error(() -> field("[1]").objects("field")));
    }

    @Test
    void anIdAloneIsAnOrderThatWasTooLarge() {
        assertTrue(OrderObject.read("{\"id\": 1}".getBytes(UTF_8)).isIdOnly());
        assertFalse(OrderObject.read("{\"id\": 1, \"total\": null}".getBytes(UTF_8)).isIdOnly());
        assertFalse(OrderObject.read("{}".getBytes(UTF_8)).isIdOnly());
    }

    @ParameterizedTest
    @CsvSource({"'{\"a\":',The body is not valid JSON", "'',The body is not valid JSON", "[1],The body is not a JSON object",
            "null,The body is not a JSON object"})
    void theBodyIsAnObject(String body, String detail) {
        assertEquals(detail, error(() -> OrderObject.read(body.getBytes(UTF_8))));
    }

    private static OrderObject field(String json) {
        return OrderObject.read(("{\"field\": " + json + "}").getBytes(UTF_8));
    }

    private static String error(Runnable reader) {
        OrderException error = assertThrows(OrderException.class, reader::run);
        assertEquals(OrderReason.INVALID_ORDER, error.reason());
        return error.getMessage();
    }
}
