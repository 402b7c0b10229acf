package io.stockroom.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.input.InvalidInputException;
import io.stockroom.input.JsonBody;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AltegioEventTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "goods_operations_sale | {\"good\": {\"id\": 3001, \"title\": \"Шампунь\"}} | 3001",
            "goods_operations_receipt | {\"good_id\": \"3001\", \"amount\": 1.5} | 3001",
            "goods_operations_stolen | {\"good\": 3001} | 3001",
            "goods_operations_move | {\"product_id\": 3001} | 3001",
            "goods_operations_consumable | {\"product\": {\"good_id\": 3001}} | 3001",
            "good | {\"title\": \"x\"} | 77",
            "good | null | 77",
            "good | {\"good_id\": 3002} | 3002",
            "record | {\"goods_transactions\": [{\"good_id\": 3001}, {\"good\": {\"id\": \"3002\"}}, {\"good_id\": 3001}]} | 3001,3002"})
    void goodsAreNamedInSeveralWays(String resource, String data, String goods) {
        Set<String> expected = new TreeSet<>(Set.of(goods.split(",")));
        Set<String> found = new TreeSet<>();
        goods(resource, data).orElseThrow().goods().forEach(good -> found.add(String.valueOf(good)));

        assertEquals(expected, found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"record | {\"goods_transactions\": []}", "record | {\"services\": [1]}", "record | null",
            "client | {\"good_id\": 1}", "finances_operation | {\"good\": {\"id\": 1}}"})
    void otherEventsAreLeftOut(String resource, String data) {
        assertEquals(Optional.empty(), goods(resource, data));
    }

    /** The stock of some good has changed: it must be searched for. */
    @Test
    void aLineWithoutItsDataNamesNoGood() {
        assertEquals(Set.of(), goods("goods_operations_sale", "null").orElseThrow().goods());
        assertEquals(Set.of(), goods("goods_operations_sale", "[]").orElseThrow().goods());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"company_id\": 4564}", "{\"resource\": 7, \"company_id\": 4564}", "{\"resource\": \"good\"}",
            "{\"resource\": \"good\", \"company_id\": 4565}", "{\"resource\": \"good\\nlevel=ERROR\", \"company_id\": 4564}",
            "{\"resource\": \"\", \"company_id\": 4564}", "{\"resource\": \"good\", \"company_id\": null}"})
    void whatIsNoEventOfTheLocationIsRejected(String body) {
        assertThrows(InvalidInputException.class, () -> AltegioEvent.of(JsonBody.read(body), 4564, ""));
    }

    @Test
    void theLocationMayBeText() {
        assertEquals("good", AltegioEvent.of(JsonBody.read("{\"resource\": \"good\", \"salon_id\": \"4564\"}"), 4564, "").resource());
    }

    private static Optional<QueuedGoods> goods(String resource, String data) {
        return AltegioEvent.of(JsonBody.read("{\"company_id\": 4564, \"resource\": \"" + resource + "\", \"resource_id\": 77,"
                + " \"status\": \"update\", \"data\": " + data + "}"), 4564, "").goods(4564);
    }
}
