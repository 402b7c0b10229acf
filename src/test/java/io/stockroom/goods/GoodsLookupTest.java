package io.stockroom.goods;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.stockroom.altegio.Altegio;
import io.stockroom.altegio.AltegioException;
import io.stockroom.api.SandboxResource;
import io.stockroom.invocation.CallContext;
import io.stockroom.local.sandbox.SandboxFault;
import io.stockroom.local.sandbox.SandboxRoute;
import io.stockroom.local.sandbox.SandboxServer;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(SandboxResource.class)
class GoodsLookupTest {

    private static final long LOCATION = 4564;

    @Inject
    GoodsLookup lookup;

    @Inject
    Altegio altegio;

    SandboxServer server;

    private final CallContext context = CallContext.in(Duration.ofMinutes(1), Clock.systemUTC());

    /** The first call after a reset is one with an expired token. */
    @BeforeEach
    void resetAndLogIn() {
        server.sandbox().reset();
        altegio.storages(LOCATION, CallContext.in(Duration.ofMinutes(1), Clock.systemUTC()));
    }

    @Test
    void returnsNoneOneOrSeveralGoodsForEachArticle() {
        FoundGoods found = byArticle("SR-3001", "SR-3005", "SR-9999", " SR-3008", "sr-3001");

        assertEquals(List.of(3001L), ids(found, "SR-3001"));
        assertEquals(List.of(3005L, 3006L), ids(found, "SR-3005"));
        assertEquals(List.of(), ids(found, "SR-9999"));
        assertEquals(List.of(3008L), ids(found, "SR-3008"));
        assertEquals(List.of(), ids(found, "sr-3001"));
        assertEquals(5, calls());
    }

    @Test
    void mayIgnoreCase() {
        FoundGoods found = lookup.find(LOCATION, GoodCode.ARTICLE, CodeMatch.IGNORING_CASE, Set.of("sr-3001", "SR-3001", "лак-3010"),
                context);

        assertEquals(List.of(3001L), ids(found, "sr-3001"));
        assertEquals(List.of(3001L), ids(found, "SR-3001 "));
        assertEquals(List.of(3010L), ids(found, "ЛАК-3010"));
        assertEquals(2, calls());
    }

    @Test
    void findsBarcodesInTheCatalogAndByTerms() {
        assertEquals(List.of(3009L), ids(byBarcode(Set.of("0000003009")), "0000003009"));
        Set<String> barcodes = IntStream.rangeClosed(3020, 3040).mapToObj(id -> "380000000" + id).collect(Collectors.toSet());
        FoundGoods found = byBarcode(barcodes);
        barcodes.forEach(barcode -> assertEquals(List.of(Long.valueOf(barcode.substring(9))), ids(found, barcode)));
        assertEquals(3, calls(), "one by a term, and two pages");
    }

    /** With 5,040 goods, the catalog has six pages. Reading them ahead takes up to four calls beyond the end, and one confirms it. */
    @ParameterizedTest
    @CsvSource({"1,1,1", "5,5,5", "6,7,7", "7,9,9", "20,8,12", "100,8,12"})
    void takesTheCheaperWay(int codes, int minCalls, int maxCalls) {
        server.sandbox().location(LOCATION).addGoods(5000);
        String[] articles = IntStream.range(0, codes).mapToObj(i -> "SR-" + (100_100 + 49 * i)).toArray(String[]::new);

        FoundGoods found = byArticle(articles);
        for (String article : articles) {
            assertEquals(List.of(Long.valueOf(article.substring(3))), ids(found, article));
        }
        assertTrue(calls() >= minCalls && calls() <= maxCalls, calls() + " calls");
    }

    /** Whoever looks up goods to book them needs all of them, or the failure. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void failsIfNotAllCouldBeRead(int read) {
        server.sandbox().location(LOCATION).addGoods(5000);
        for (int i = 0; i < read; i++) {
            server.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.DELAY).on(SandboxRoute.GOODS).delay(Duration.ofMillis(1)));
        }
        server.sandbox().faults().add(SandboxFault.of(SandboxFault.Kind.ERROR_503).on(SandboxRoute.GOODS).times(0));
        String[] articles = IntStream.rangeClosed(3001, 3030).mapToObj(id -> "SR-" + id).toArray(String[]::new);

        assertThrows(AltegioException.UnavailableException.class, () -> byArticle(articles));
    }

    private FoundGoods byArticle(String... articles) {
        return lookup.find(LOCATION, GoodCode.ARTICLE, CodeMatch.EXACT, Set.of(articles), context);
    }

    private FoundGoods byBarcode(Set<String> barcodes) {
        return lookup.find(LOCATION, GoodCode.BARCODE, CodeMatch.EXACT, barcodes, context);
    }

    private static List<Long> ids(FoundGoods found, String code) {
        return found.with(code).stream().map(Good::goodId).toList();
    }

    private int calls() {
        return context.calls().times().size();
    }
}
