package io.stockroom.goods;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.stockroom.altegio.AltegioException;
import io.stockroom.altegio.AltegioObjects;
import io.stockroom.lists.CsvDialect;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GoodTest {

    private static final Good GOOD = Good.from(AltegioObjects.of(Map.of("good_id", "3001", "title", "Oil; 30 ml", "article", "007",
            "cost", "14.90", "unit_equals", "0.5", "comment", "=1+1", "last_change_date", "2026-11-23 10:00:00", "category", "Hair",
            "actual_amounts", List.of(Map.of("storage_id", "101", "amount", "-0.250"), Map.of("storage_id", 103, "amount", 7),
                    Map.of("storage_id", 102, "amount", 0)))));

    @Test
    void keepsExactDecimalsAndUnknownFields() {
        assertEquals(new BigDecimal("-0.250"), GOOD.actualAmounts().get(0).amount());
        assertEquals(new BigDecimal("14.90"), GOOD.cost());
        assertEquals("007", GOOD.article());
        assertEquals(Map.of("category", "Hair"), GOOD.others());
    }

    @Test
    void csvHasALineForEachLevelAndOneWithoutLevels() {
        GoodCsv csv = GoodCsv.of(CsvDialect.COMMA, true);
        String first = "3001,\"Oil; 30 ml\",007,,,14.90,,,,,,0.5,,,,";

        assertEquals(first + "101,-0.250,2026-11-23T10:00:00,'=1+1\r\n" + first + "103,7,2026-11-23T10:00:00,'=1+1\r\n"
                + first + "102,0,2026-11-23T10:00:00,'=1+1\r\n", new String(csv.row(GOOD), UTF_8));
        assertEquals(first + ",,2026-11-23T10:00:00,'=1+1\r\n", new String(csv.row(GOOD.withLevels(List.of())), UTF_8));
        assertEquals(19, new String(csv.head(), UTF_8).split(",").length);
    }

    @Test
    void filterKeepsTheWantedLevelsAndGoodsInStock() {
        assertEquals(2, new StockFilter(Set.of(101L, 103L), true).apply(GOOD).orElseThrow().actualAmounts().size());
        assertEquals(true, new StockFilter(Set.of(101L, 102L), true).apply(GOOD).isEmpty());
        assertEquals(0, new StockFilter(Set.of(104L), false).apply(GOOD).orElseThrow().actualAmounts().size());
    }

    @Test
    void rejectsAFieldOfAnotherType() {
        assertThrows(AltegioException.class, () -> Good.from(AltegioObjects.of(Map.of("actual_amounts", "many"))));
    }
}
