package io.stockroom.shops;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.stockroom.MovableClock;
import io.stockroom.goods.GoodCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Goods are looked up together, and remembered for some minutes if they are clear. */
class RememberedGoodsTest {

    private final List<String> lookUps = new ArrayList<>();
    private final Map<String, List<FoundGood>> catalog = new HashMap<>(Map.of("A", List.of(good(1, "A")), "B", List.of(good(2, "B"))));
    private final MovableClock clock = new MovableClock();
    private final RememberedGoods goods = new RememberedGoods((location, field, codes, context) -> {
        lookUps.add(location + " " + field.field() + " " + new TreeSet<>(codes));
        Map<String, List<FoundGood>> found = new HashMap<>();
        codes.forEach(code -> found.put(code, catalog.getOrDefault(code, List.of())));
        return found;
    }, () -> Duration.ofMinutes(5), clock);

    @Test
    void looksUpTogetherWhatIsNotRemembered() {
        assertEquals(Set.of("A", "B"), find("A", "B").keySet());
        assertEquals(2, find("A", "B", "C").get("B").get(0).id());

        assertEquals(List.of("4564 article [A, B]", "4564 article [C]"), lookUps);
    }

    @Test
    void forgetsAfterSomeMinutes() {
        find("A");
        clock.move(Duration.ofMinutes(5).minusMillis(1));
        find("A");
        clock.move(Duration.ofMillis(1));
        find("A");

        assertEquals(2, lookUps.size());
    }

    @Test
    void neitherUnknownNorAmbiguousCodesAreRemembered() {
        catalog.put("B", List.of(good(2, "B"), good(3, "b")));
        find("B", "C");
        catalog.put("B", List.of(good(2, "B")));
        catalog.put("C", List.of(good(4, "C")));

        assertEquals(4, find("B", "C").get("C").get(0).id());
        assertEquals(2, lookUps.size());
    }

    @Test
    void locationsAndFieldsAreSeparate() {
        find("A");
        goods.find(4565, GoodCode.ARTICLE, Set.of("A"), null);
        goods.find(4564, GoodCode.BARCODE, Set.of("A"), null);

        assertEquals(List.of("4564 article [A]", "4565 article [A]", "4564 barcode [A]"), lookUps);
    }

    private Map<String, List<FoundGood>> find(String... codes) {
        return goods.find(4564, GoodCode.ARTICLE, Set.of(codes), null);
    }

    private static FoundGood good(long id, String code) {
        return new FoundGood(id, "Good " + id, code);
    }
}
