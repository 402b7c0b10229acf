package io.stockroom.stock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The schema of the event accepts what is announced, and nothing else. */
class StockSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void acceptsItsExamples() {
        StockSchema.examples().forEach(example -> assertEquals(List.of(), StockSchema.violations(example)));
        assertEquals(2, StockSchema.examples().size());
    }

    @Test
    void acceptsEventsWithLevelsWithoutAndOfGoodsThatAreGone() {
        List<StorageLevel> levels = List.of(new StorageLevel(101, new BigDecimal("-0.250")), new StorageLevel(102, new BigDecimal("100")));
        for (GoodStock stock : List.of(new GoodStock("SR-1", "000123", levels, null), new GoodStock(null, null, List.of(), null),
                GoodStock.unknownGone(), new GoodStock("SR-1", null, levels, null).asGone())) {
            JsonNode event = JSON.valueToTree(StockEvent.of(new GoodKey(4564, 3001), stock, Instant.parse("2026-11-23T10:00:00Z"), "good"));
            assertEquals(List.of(), StockSchema.violations(event), event::toString);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"good_id\": \"3001\"}", "{\"as_of\": \"2026-11-23T10:00:05Z\"}", "{\"title\": \"Argan shampoo\"}",
            "{\"levels\": [{\"storage_id\": 101, \"amount\": \"1\"}]}", "{\"gone\": true}", "{\"cause\": \"Продажа\"}"})
    void refusesWhatIsNeverAnnounced(String change) throws IOException {
        JsonNode event = JSON.readTree(change);
        JsonNode changed = ((ObjectNode) StockSchema.examples().get(0).deepCopy())
                .setAll((ObjectNode) event);

        assertNotEquals(List.of(), StockSchema.violations(changed));
    }
}
